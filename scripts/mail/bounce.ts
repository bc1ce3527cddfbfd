/** `pnpm bounce < message.eml`: hands a returned letter to the CMS that runs here; a mail server's alias can do the same. */
import { BounceAnswer, type BounceResult } from '@trame/cms/domain/contract/mail-bounce';
import { Refusal } from '@trame/cms/domain/contract/refusal';
import { readEnvironment, SecretsFile, secretsFile } from '../lib/environment.ts';
import { readJson } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';

export const messages = {
  help: `Usage : pnpm bounce < message.eml

Lit un message revenu à l’adresse de retour, reconnaît la lettre et note ce qu’il en dit : revenue, en retard, à vérifier.
À appeler pour chaque message qui arrive à l’adresse de retour, par exemple dans /etc/aliases :
  annuaire: "|cd /chemin/de/trame && npx pnpm@12 bounce"`,
  results: {
    returned: 'Lettre revenue : c’est noté, sur sa demande aussi.',
    again: 'Cette lettre est déjà notée comme revenue, ou repart en ce moment : rien n’a changé.',
    delayed: 'Lettre en retard : c’est noté, le serveur du destinataire sera encore essayé.',
    complaint: 'Lettre signalée comme indésirable par son destinataire : c’est noté pour l’éditeur.',
    unclear: 'Ce message ne dit pas si la lettre est arrivée : il est noté « à vérifier » pour l’éditeur.',
    none: 'Ce message n’annonce aucun échec : rien n’a changé.',
    unknown: 'Cet avis ne parle d’aucune lettre partie d’ici : rien n’a changé.',
  } satisfies Record<BounceResult, string>,
  empty: 'Aucun message reçu sur l’entrée standard. Essayez : pnpm bounce < message.eml',
  noToken: (file: string) =>
    `TRAME_BOUNCE_TOKEN n’est ni dans l’environnement ni dans ${file}. Lancez d’abord « npx pnpm@12 start ».`,
  refused: (status: number) =>
    `Le serveur d’édition n’a pas pris le message, et répond autrement que prévu (${status}) : les deux programmes ne sont sans doute pas de la même version.`,
  unreachable: (url: string) => `Le serveur d’édition ne répond pas à ${url}. Démarrez-le, puis recommencez.`,
} as const;

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

await runCommand(async () => {
  if (process.argv.includes('--help') || process.stdin.isTTY) {
    process.stdout.write(`${messages.help}\n`);
    return;
  }
  const { dataDir, cmsPort } = readEnvironment();
  const file = secretsFile(dataDir);
  const token = process.env['TRAME_BOUNCE_TOKEN'] || (await readJson(file, SecretsFile))?.['TRAME_BOUNCE_TOKEN'];
  if (!token) throw new PlainError(messages.noToken(file));
  const message = await readInput();
  if (message.length === 0) throw new PlainError(messages.empty);
  const url = `http://127.0.0.1:${cmsPort}/api/mail/bounce`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: new Uint8Array(message),
  }).catch((cause: unknown) => {
    throw new PlainError(messages.unreachable(url), { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  const refusal = Refusal.safeParse(answer);
  if (refusal.success) throw new PlainError(refusal.data.error.message);
  const taken = BounceAnswer.safeParse(answer);
  if (!response.ok || !taken.success) throw new PlainError(messages.refused(response.status));
  process.stdout.write(`${messages.results[taken.data.result]}\n`);
});
