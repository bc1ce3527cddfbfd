/** `pnpm bounce < message.eml`: hands a returned letter to the CMS that runs here; a mail server's alias can do the same. */
import { readEnvironment, SecretsFile, secretsFile } from '../lib/environment.ts';
import { readJson } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';

export const messages = {
  help: `Usage : pnpm bounce < message.eml

Lit une lettre revenue (avis de non-distribution), la reconnaît et marque la demande « revenue ».
À appeler pour chaque message qui arrive à l’adresse de retour, par exemple dans /etc/aliases :
  annuaire: "|cd /chemin/de/trame && npx pnpm@12 bounce"`,
  returned: 'Lettre revenue : la demande est marquée « revenue ».',
  none: 'Ce message n’annonce aucun échec : rien n’a changé.',
  unknown: 'Cet avis ne parle d’aucune lettre partie d’ici : rien n’a changé.',
  empty: 'Aucun message reçu sur l’entrée standard. Essayez : pnpm bounce < message.eml',
  noToken: (file: string) =>
    `TRAME_BOUNCE_TOKEN n’est ni dans l’environnement ni dans ${file}. Lancez d’abord « npx pnpm@12 start ».`,
  refused: (status: number) => `Le serveur d’édition a refusé le message (${status}).`,
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
  if (!response.ok) throw new PlainError(messages.refused(response.status));
  const { result } = (await response.json()) as { result: 'returned' | 'none' | 'unknown' };
  process.stdout.write(`${messages[result]}\n`);
});
