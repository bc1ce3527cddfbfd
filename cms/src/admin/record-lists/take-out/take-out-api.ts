/** The requests of what is done with a whole list, read through the contract. */
import {
  BulkEdits,
  BulkPlan,
  BulkRun,
  type BulkApply,
  type BulkQuestion,
} from '../../../domain/contract/desk/bulk-edit.ts';
import {
  AddressesAnswer,
  LabelsLook,
  ListOutLook,
  MadeFile,
  type AddressesQuestion,
  type LabelsQuestion,
  type LookQuestion,
  type SheetsQuestion,
  type TableQuestion,
  type TakenRecords,
} from '../../../domain/contract/desk/lists-out.ts';
import { SentSample } from '../../../domain/contract/desk/campaign.ts';
import {
  ListLetterLook,
  ListLetterPreview,
  SentListLetter,
  type ListLetterSample,
  type ListLetterSending,
  type MailingQuestion,
} from '../../../domain/contract/desk/list-letter.ts';
import type { Client } from '../../kit/client.ts';
import { saveFile } from '../../kit/save-file.ts';

const PATH = '/trame/lists-out';

export const lookAtList = async ({ post }: Pick<Client, 'post'>, question: LookQuestion): Promise<ListOutLook> =>
  ListOutLook.parse((await post<unknown>(`${PATH}/look`, question)).data);

/** Gives the bytes of a made file to the browser. */
export function saveMadeFile({ name, type, base64 }: MadeFile): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  saveFile(new Blob([bytes], { type }), name);
}

export const makeTable = async ({ post }: Pick<Client, 'post'>, question: TableQuestion): Promise<MadeFile> =>
  MadeFile.parse((await post<unknown>(`${PATH}/table`, question)).data);

export const lookAtLabels = async ({ post }: Pick<Client, 'post'>, taken: TakenRecords): Promise<LabelsLook> =>
  LabelsLook.parse((await post<unknown>(`${PATH}/labels/look`, { taken })).data);

export const makeLabels = async ({ post }: Pick<Client, 'post'>, question: LabelsQuestion): Promise<MadeFile> =>
  MadeFile.parse((await post<unknown>(`${PATH}/labels`, question)).data);

export const makeMailing = async ({ post }: Pick<Client, 'post'>, question: MailingQuestion): Promise<MadeFile> =>
  MadeFile.parse((await post<unknown>(`${PATH}/mailing`, question)).data);

export const makeSheets = async ({ post }: Pick<Client, 'post'>, question: SheetsQuestion): Promise<MadeFile> =>
  MadeFile.parse((await post<unknown>(`${PATH}/sheets`, question)).data);

export const readAddresses = async (
  { post }: Pick<Client, 'post'>,
  question: AddressesQuestion,
): Promise<AddressesAnswer> => AddressesAnswer.parse((await post<unknown>(`${PATH}/addresses`, question)).data);

export const lookAtListLetter = async ({ post }: Pick<Client, 'post'>, taken: TakenRecords): Promise<ListLetterLook> =>
  ListLetterLook.parse((await post<unknown>(`${PATH}/letter/look`, { taken })).data);

export const previewListLetter = async (
  { post }: Pick<Client, 'post'>,
  question: ListLetterSample,
): Promise<ListLetterPreview> =>
  ListLetterPreview.parse((await post<unknown>(`${PATH}/letter/preview`, question)).data);

export const sendListSample = async ({ post }: Pick<Client, 'post'>, question: ListLetterSample): Promise<SentSample> =>
  SentSample.parse((await post<unknown>(`${PATH}/letter/sample`, question)).data);

export const sendListLetter = async (
  { post }: Pick<Client, 'post'>,
  question: ListLetterSending,
): Promise<SentListLetter> => SentListLetter.parse((await post<unknown>(`${PATH}/letter/send`, question)).data);

export const planBulk = async ({ post }: Pick<Client, 'post'>, question: BulkQuestion): Promise<BulkPlan> =>
  BulkPlan.parse((await post<unknown>(`${PATH}/bulk/look`, question)).data);

export const applyBulk = async ({ post }: Pick<Client, 'post'>, question: BulkApply): Promise<BulkRun> =>
  BulkRun.parse((await post<unknown>(`${PATH}/bulk/apply`, question)).data);

export const readBulkRun = async ({ get }: Pick<Client, 'get'>, id: string): Promise<BulkRun> =>
  BulkRun.parse((await get<unknown>(`${PATH}/bulk/runs/${encodeURIComponent(id)}`)).data);

export const readBulkEdits = async ({ get }: Pick<Client, 'get'>) =>
  BulkEdits.parse((await get<unknown>(`${PATH}/bulk`)).data);
