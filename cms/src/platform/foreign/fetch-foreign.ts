/**
 * Reads an address that somebody typed. The server may stand beside others that trust it (a database, the metadata of a cloud): it
 * connects only to names that are allowed, and only where all that they resolve to is public. What was looked up is what is
 * connected to, so that a name cannot mean something else a moment later.
 */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { isAllowedHost } from '../../domain/import/events/agenda-hosts.ts';
import { fileSize } from '../../domain/file-size.ts';
import { Refused } from '../http/refused.ts';

export interface ForeignPolicy {
  /** Names, each with what is under it. */
  readonly hosts: readonly string[];
  readonly mostBytes: number;
  readonly mostHops: number;
  /** In all, hops included. */
  readonly milliseconds: number;
  /** Every address that a name has; tests give their own. */
  readonly lookup: (name: string) => Promise<readonly string[]>;
  /** A name of `hosts` that a test serves from this machine, without a certificate; nothing else is let through for it. */
  readonly testServer?: string;
}

export const systemLookup = async (name: string): Promise<string[]> =>
  (await dns.promises.lookup(name, { all: true })).map(({ address }) => address);

const words = {
  malformed:
    'Cette adresse ne se lit pas\u00a0: copiez-la en entier depuis le site de l’agenda. Elle commence par https://.',
  notHttps: 'Seules les adresses en https:// sont suivies\u00a0: demandez celle-ci au site de l’agenda.',
  host: (host: string) =>
    `Le serveur «\u00a0${host}\u00a0» n’est pas de ceux que l’on suit. S’il est sûr, la personne qui s’occupe du serveur peut l’ajouter (réglage TRAME_AGENDA_HOSTS)\u00a0; sinon, téléchargez le fichier et déposez-le.`,
  unknown: (host: string) =>
    `Le serveur «\u00a0${host}\u00a0» est introuvable\u00a0: vérifiez l’adresse, ou réessayez plus tard.`,
  inside: (host: string) => `«\u00a0${host}\u00a0» mène à une machine privée\u00a0: cette adresse n’est pas suivie.`,
  late: 'Le serveur de l’agenda met trop de temps à répondre\u00a0: réessayez plus tard.',
  large: (bytes: number) =>
    `L’agenda pèse plus de ${fileSize(bytes)}\u00a0: demandez une adresse qui en donne moins (votre territoire, les mois à venir).`,
  hops: 'L’adresse renvoie trop de fois vers une autre\u00a0: copiez celle de l’agenda lui-même.',
  status: (status: number) =>
    status === 404 || status === 410
      ? 'L’agenda n’existe plus à cette adresse\u00a0: copiez la nouvelle depuis le site de l’agenda.'
      : status === 401 || status === 403
        ? 'Le serveur refuse de donner cet agenda\u00a0: vérifiez qu’il est public, ou que la clé dans l’adresse est la bonne.'
        : 'Le serveur de l’agenda ne donne pas le fichier pour le moment\u00a0: réessayez plus tard.',
  broken: 'La connexion au serveur de l’agenda s’est interrompue\u00a0: réessayez plus tard.',
};

const no = (message: string, cause?: unknown) => new Refused('invalid', message, [], { cause });

/** Is it an address that anybody on the internet has? Ranges of RFC 6890, as `ipaddr.js` names them; IPv4 in IPv6 counts as IPv4. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** @throws {Refused} in French, before anything is connected to */
export function checkAddress(typed: string, policy: Pick<ForeignPolicy, 'hosts' | 'testServer'>): URL {
  if (!URL.canParse(typed)) throw no(words.malformed);
  const url = new URL(typed);
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const isTest = host === policy.testServer;
  if (url.protocol !== 'https:' && !(isTest && url.protocol === 'http:')) throw no(words.notHttps);
  if (url.username !== '' || url.password !== '') throw no(words.malformed);
  const isNumber = ipaddr.isValid(host.replace(/^\[|\]$/g, ''));
  if (isNumber || (url.port !== '' && !isTest) || !isAllowedHost(host, policy.hosts)) throw no(words.host(url.host));
  return url;
}

async function resolve(host: string, { lookup, testServer }: ForeignPolicy): Promise<string> {
  let found: readonly string[];
  try {
    found = await lookup(host);
  } catch (cause) {
    throw no(words.unknown(host), cause);
  }
  const [first] = found;
  if (first === undefined) throw no(words.unknown(host));
  if (host !== testServer && !found.every(isPublicAddress)) throw no(words.inside(host));
  return first;
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly bytes: Buffer;
}

const inflaters: Readonly<Record<string, (bytes: Buffer, most: number) => Buffer>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => inflateSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
};

function get(url: URL, address: string, { mostBytes }: ForeignPolicy, signal: AbortSignal): Promise<Answer> {
  const family = ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4;
  // The name was looked up and found to be public: that is where the connection goes, and nowhere else.
  const lookup: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
  return new Promise((done, fail) => {
    const request = (url.protocol === 'http:' ? http : https).get(
      url,
      {
        lookup,
        signal,
        agent: false,
        headers: {
          'User-Agent': 'Trame',
          'Accept-Encoding': 'identity',
          Accept: 'text/calendar, application/json, */*',
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length <= mostBytes) {
            chunks.push(chunk);
            return;
          }
          // The rest is on its way already: what was asked ends here.
          fail(no(words.large(mostBytes)));
          request.destroy();
        });
        response.on('error', fail);
        response.on('end', () => {
          const inflate = inflaters[response.headers['content-encoding'] ?? ''];
          try {
            const whole = Buffer.concat(chunks);
            const bytes = inflate ? inflate(whole, mostBytes) : whole;
            done({ status, location: response.headers.location ?? null, bytes });
          } catch (cause) {
            const isLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
            fail(no(isLarge ? words.large(mostBytes) : words.broken, cause));
          }
        });
      },
    );
    request.on('error', fail);
  });
}

/**
 * Fetches a file.
 * @returns its bytes, as many as the policy allows
 * @throws {Refused} in French, whatever went wrong
 */
export async function fetchForeign(address: string, policy: ForeignPolicy): Promise<Buffer> {
  const signal = AbortSignal.timeout(policy.milliseconds);
  let url = checkAddress(address, policy);
  try {
    for (let hop = 0; hop <= policy.mostHops; hop += 1) {
      const answer = await get(url, await resolve(url.hostname, policy), policy, signal);
      if (answer.status >= 300 && answer.status < 400 && answer.location !== null) {
        // Where it leads is asked the same questions.
        if (!URL.canParse(answer.location, url.href)) throw no(words.malformed);
        url = checkAddress(new URL(answer.location, url).href, policy);
        continue;
      }
      if (answer.status !== 200) throw no(words.status(answer.status));
      return answer.bytes;
    }
    throw no(words.hops);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw no(signal.aborted ? words.late : words.broken, error);
  }
}
