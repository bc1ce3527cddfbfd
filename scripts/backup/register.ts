/** The register of suppressions across a restore: what has happened since the backup must not be lost with the rest. */
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  isProvenWhole,
  joinRegisters,
  readSuppressions,
  REGISTER_WITNESS_FILE,
  RESTORE_NOTE_FILE,
  storedRegisterWitness,
  storedRestoreNote,
  suppressionLines,
  SUPPRESSIONS_FILE,
  witnessOf,
  type RestoreNote,
  type Suppression,
} from '@trame/cms/domain/stored/suppression';
import type { RegisterState } from '@trame/cms/domain/register-state';
import { nullIfAbsent, readStored, UnreadableFile, writeStored, writeWhole } from '../lib/files.ts';
import type { AnyManifest } from './manifest.ts';

const PRIVATE = 0o600;

/** Null when there is none. @throws {Unreadable} */
async function readRegister(file: string): Promise<Suppression[] | null> {
  const text = await readFile(file, 'utf8').catch(nullIfAbsent);
  return text === null ? null : readSuppressions(text, file).suppressions;
}

/** Whether the register that stands in the DATA_DIR is the one that was last written there, whole. */
async function isProven(dataDir: string, lines: readonly Suppression[]): Promise<boolean> {
  const place = await stat(path.join(dataDir, SUPPRESSIONS_FILE), { bigint: true }).catch(nullIfAbsent);
  const witness = await readStored(path.join(dataDir, REGISTER_WITNESS_FILE), storedRegisterWitness).catch((error) => {
    if (error instanceof UnreadableFile) return null; // it proves nothing
    throw error;
  });
  return place !== null && isProvenWhole(lines, place, witness);
}

/** Notes which file the register is, after it was moved or written by us, and nobody else. */
export async function witnessRegister(dataDir: string): Promise<void> {
  const file = path.join(dataDir, SUPPRESSIONS_FILE);
  const lines = (await readRegister(file)) ?? [];
  const witness = witnessOf(lines, await stat(file, { bigint: true }));
  await writeStored(path.join(dataDir, REGISTER_WITNESS_FILE), storedRegisterWitness, witness, PRIVATE);
}

/** What is known of the time since a backup. */
export interface KnownSince {
  readonly state: RegisterState;
  /** Of the register that stood there, before anything is moved. */
  readonly wasProven: boolean;
  /** When the last thing happened that is known; null when nothing is. */
  readonly until: Date | null;
}

/**
 * Puts the register of the DATA_DIR and that of the backup together, in the unpacked `folder`, whose files are about to
 * replace those of the DATA_DIR.
 */
export async function joinIntoBackup(dataDir: string, folder: string, manifest: AnyManifest): Promise<KnownSince> {
  const madeAt = manifest.format === 'trame-backup/1' ? null : new Date(manifest.madeAt);
  const inBackup = await readRegister(path.join(folder, SUPPRESSIONS_FILE));
  const here = await readRegister(path.join(dataDir, SUPPRESSIONS_FILE));
  const wasProven = here !== null && (await isProven(dataDir, here));
  const { suppressions, state } = joinRegisters(here, inBackup, madeAt, new Date(), wasProven);
  if (here !== null || inBackup !== null)
    await writeWhole(path.join(folder, SUPPRESSIONS_FILE), suppressionLines(suppressions), PRIVATE);
  const last = suppressions.findLast(({ act }) => act.kind !== 'register');
  return { state, wasProven, until: last ? new Date(last.at) : null };
}

/** Tells the next start of the CMS, which holds letters and, when the register says too little, the site. */
export async function leaveNote(dataDir: string, manifest: AnyManifest, register: RegisterState): Promise<RestoreNote> {
  const note: RestoreNote = {
    id: randomUUID(),
    restoredAt: new Date().toISOString(),
    madeAt: manifest.format === 'trame-backup/1' ? null : manifest.madeAt,
    register,
  };
  await writeStored(path.join(dataDir, RESTORE_NOTE_FILE), storedRestoreNote, note, PRIVATE);
  return note;
}
