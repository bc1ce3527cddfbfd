/** The requests of « Connexion », read through the contract. */
import { NewSecondFactor, RecoveryCodes, SecondFactorState } from '../../domain/contract/desk/second-factor.ts';
import type { Client } from '../kit/client.ts';

const BASE = '/trame/second-factor';
type Post = Pick<Client, 'post'>;

export async function readSecondFactor({ get }: Pick<Client, 'get'>): Promise<SecondFactorState> {
  return SecondFactorState.parse((await get<unknown>(BASE)).data);
}

export async function begin({ post }: Post, password: string): Promise<NewSecondFactor> {
  return NewSecondFactor.parse((await post<unknown>(`${BASE}/begin`, { password })).data);
}

export async function confirm({ post }: Post, code: string): Promise<string[]> {
  return RecoveryCodes.parse((await post<unknown>(`${BASE}/confirm`, { code })).data).recoveryCodes;
}

export async function renewRecoveryCodes({ post }: Post, code: string): Promise<string[]> {
  return RecoveryCodes.parse((await post<unknown>(`${BASE}/recovery-codes`, { code })).data).recoveryCodes;
}

export async function stop({ post }: Post, password: string, code: string): Promise<SecondFactorState> {
  return SecondFactorState.parse((await post<unknown>(`${BASE}/stop`, { password, code })).data);
}

export async function stopFor({ post }: Post, id: number, password: string): Promise<SecondFactorState> {
  return SecondFactorState.parse((await post<unknown>(`${BASE}/of/${id}/stop`, { password })).data);
}
