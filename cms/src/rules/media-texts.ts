/**
 * The media library saves its files without documents, so no rule sees their texts. A name, an alternative text and a caption
 * are read on the site and in the booklet like any other text, and the name is part of a public address: they are cleaned as
 * those of records are, and say no contact that is kept from the site.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanText } from '../domain/clean-text.ts';
import { isValues, textOf, type Values } from '../domain/visit.ts';
import { withheldFaults } from './content/withheld-contacts.ts';

/** How the form of the media library calls what is checked. */
const FIELDS = { name: 'Nom du fichier', alternativeText: 'Texte de remplacement', caption: 'Légende' } as const;

interface SentFile {
  originalFilename?: string | null;
}
interface UploadData {
  fileInfo?: Values | Values[];
}
/** Of the service of the media library, what writes texts. */
interface UploadService {
  upload(given: { data: UploadData; files: SentFile | SentFile[] }, options?: object): Promise<unknown>;
  replace(id: number, given: { data: UploadData; file: SentFile }, options?: object): Promise<unknown>;
  updateFileInfo(id: number, info: Values, options?: object): Promise<unknown>;
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

function cleanInfo(info: Values): void {
  for (const key of Object.keys(FIELDS)) {
    if (typeof info[key] === 'string') info[key] = cleanText(info[key]);
  }
  if (info['name'] === '') delete info['name']; // the file keeps the one that it has
}

function cleanName(file: SentFile): void {
  if (file.originalFilename) file.originalFilename = cleanText(file.originalFilename) || 'fichier';
}

/** @throws {ValidationError} in French: which text says a contact, whose it is, and how to mend that */
async function refuseWithheld(strapi: Core.Strapi, infos: readonly Values[], files: readonly SentFile[]) {
  const texts = [
    ...infos.flatMap((info) =>
      Object.entries(FIELDS).map(([key, label]) => ({ label, path: [key], text: textOf(info[key]) })),
    ),
    ...files.map(({ originalFilename }) => ({ label: FIELDS.name, path: ['name'], text: originalFilename ?? '' })),
  ];
  const faults = await withheldFaults(strapi, texts, 'web');
  if (faults.length === 0) return;
  const labelOf = (key: unknown) => FIELDS[key as keyof typeof FIELDS];
  const lines = new Set(faults.map(({ path, message }) => `${labelOf(path[0])} — ${message}`));
  throw new errors.ValidationError([...lines].join(' '), {
    errors: faults.map(({ path, message }) => ({ path: path.map(String), message, name: 'ValidationError' })),
  });
}

/** To be called in `register()`, before anything is uploaded. */
export function guardMediaTexts(strapi: Core.Strapi): void {
  const service: UploadService = strapi.plugin('upload').service('upload');
  const upload = service.upload.bind(service);
  const replace = service.replace.bind(service);
  const updateFileInfo = service.updateFileInfo.bind(service);
  const check = async (data: UploadData, files: readonly SentFile[]) => {
    const infos = listOf(data.fileInfo).filter(isValues);
    infos.forEach(cleanInfo);
    files.forEach(cleanName);
    await refuseWithheld(strapi, infos, files);
  };
  service.upload = async (given, options) => {
    await check(given.data, listOf(given.files));
    return upload(given, options);
  };
  service.replace = async (id, given, options) => {
    await check(given.data, [given.file]);
    return replace(id, given, options);
  };
  service.updateFileInfo = async (id, info, options) => {
    await check({ fileInfo: info }, []);
    return updateFileInfo(id, info, options);
  };
}
