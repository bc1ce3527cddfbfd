/** The requests of « Tâches », read through the contract. */
import { JobsReport } from '../../domain/contract/desk/jobs.ts';
import type { Client } from '../kit/client.ts';

export async function readJobs({ get }: Pick<Client, 'get'>): Promise<JobsReport> {
  return JobsReport.parse((await get<unknown>('/trame/jobs')).data);
}

/** « Lancer maintenant » */
export async function runJob({ post }: Pick<Client, 'post'>, id: string): Promise<JobsReport> {
  return JobsReport.parse((await post<unknown>(`/trame/jobs/${encodeURIComponent(id)}/run`, {})).data);
}
