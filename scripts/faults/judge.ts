/** Judges what was seen of publications with a fault in each. Pure: it knows observations only, no process and no file. */

/** A release that was live, and what it answers at the addresses that the visitor asks. */
export interface SeenRelease {
  readonly id: string;
  /** SHA-256 in hexadecimal of the file, by address; null when the release has no such file. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** One answer to the visitor. Times are milliseconds of one clock that never jumps. */
export interface Answer {
  readonly address: string;
  readonly begun: number;
  readonly ended: number;
  /** Null: none came. */
  readonly status: number | null;
  /** SHA-256 in hexadecimal of what came, decoded. */
  readonly digest: string | null;
  /** The system's word for why none came. */
  readonly cause?: string;
}

export interface BadAnswer {
  readonly address: string;
  readonly why: string;
}

export interface AnswersJudged {
  readonly bad: readonly BadAnswer[];
  /** Place in `releases` of the latest release that the visitor has certainly seen. */
  readonly reached: number;
}

/**
 * Each answer must be that of one whole release, and a visitor who has seen a release never sees an earlier one: answers that
 * follow each other need releases that follow each other. A file that several releases share counts for the earliest that fits.
 * Questions that were under way at the same time may be answered either way round.
 *
 * @param releases in the order in which they went live
 * @param answers in any order
 * @param reached of the answers before these
 */
export function judgeAnswers(releases: readonly SeenRelease[], answers: readonly Answer[], reached = 0): AnswersJudged {
  const bad: BadAnswer[] = [];
  /** Releases of answers that came, in the order of their ends: known to whoever asks later. */
  const known: { ended: number; release: number }[] = [];
  let floor = reached;
  for (const answer of [...answers].sort((a, b) => a.begun - b.begun)) {
    for (const seen of known.filter(({ ended }) => ended <= answer.begun)) floor = Math.max(floor, seen.release);
    for (let at = known.length - 1; at >= 0; at--) if (known[at]!.ended <= answer.begun) known.splice(at, 1);
    if (answer.status !== 200) {
      bad.push({
        address: answer.address,
        why: answer.status === null ? `no answer (${answer.cause ?? '?'})` : `${answer.status}`,
      });
      continue;
    }
    const fits = releases.flatMap(({ files }, at) =>
      answer.digest !== null && files[answer.address] === answer.digest ? [at] : [],
    );
    const release = fits.find((at) => at >= floor);
    if (release !== undefined) known.push({ ended: answer.ended, release });
    else if (fits.length === 0) bad.push({ address: answer.address, why: 'an answer of no release' });
    else {
      const [last] = fits.slice(-1);
      bad.push({
        address: answer.address,
        why: `an answer of ${releases[last!]!.id} after one of ${releases[floor]!.id}`,
      });
    }
  }
  for (const { release } of known) floor = Math.max(floor, release);
  return { bad, reached: floor };
}

/** What a program that was killed did after that. */
export interface Death {
  /** As `start` calls it. */
  readonly program: string;
  /** The sentence of `start` came. */
  readonly said: boolean;
  /** Another process of it runs. */
  readonly back: boolean;
}

/** One publication, from the editor's click until everything came to rest. */
export interface PublicationSeen {
  /** What the editor wrote, and the CMS said that it was published. */
  readonly acknowledged: string;
  /** What the CMS says in the end. */
  readonly cms: string | null;
  /** Where the site says it in the end, by name of the place; false where it does not. */
  readonly site: Readonly<Record<string, boolean>>;
  /** Milliseconds from the fault until the site said it and everything was well; null: not within the limit. */
  readonly recoveredMs: number | null;
  /** Releases that were switched to although nothing more was published. */
  readonly restless: number;
  /** How many of those the fault explains: another day, a release that had to be made again. */
  readonly explained: number;
  readonly deaths: readonly Death[];
  /** Programs that `start` started again although nobody had killed them. */
  readonly diedUnasked: readonly string[];
  /** A file of the live release that is not what was put online. */
  readonly damaged: string | null;
  /** Anything else that no fault excuses. */
  readonly besides: readonly string[];
}

/** What is wrong with it; nothing when it is as it must be. */
export function judgePublication(seen: PublicationSeen): string[] {
  const absent = Object.entries(seen.site).flatMap(([place, says]) => (says ? [] : [place]));
  return [
    ...(seen.cms === seen.acknowledged
      ? []
      : [`lost: “${seen.acknowledged}” was published, and the CMS says “${seen.cms ?? 'nothing'}”`]),
    ...(absent.length === 0 ? [] : [`the site does not say it in: ${absent.join(', ')}`]),
    ...(seen.recoveredMs === null ? ['not well again within the limit'] : []),
    ...(seen.restless <= seen.explained ? [] : [`${seen.restless} more releases although nothing was published`]),
    ...seen.deaths.flatMap(({ program, said, back }) => [
      ...(said ? [] : [`${program}: its death was not said`]),
      ...(back ? [] : [`${program}: not started again`]),
    ]),
    ...seen.diedUnasked.map((program) => `${program}: died, and nobody had killed it`),
    ...(seen.damaged === null ? [] : [`the live release is not what was put online: ${seen.damaged}`]),
    ...seen.besides,
  ];
}

/** `start` said that it starts a program again. */
export interface RestartSaid {
  readonly program: string;
  /** Seconds of the run. */
  readonly at: number;
  /** The pause that it announced. */
  readonly pauseS: number;
}

const FIRST_S = 1;
const LONGEST_S = 60;
/** A program that ran so long starts with the first pause again (`start/restart-pause.ts`). */
const STEADY_S = 300;

/** The pauses before a program's restarts must double, up to a minute, as long as it does not stay up. */
export function judgePauses(said: readonly RestartSaid[]): string[] {
  const last = new Map<string, RestartSaid>();
  return said.flatMap((restart) => {
    const before = last.get(restart.program);
    last.set(restart.program, restart);
    const grown = before === undefined ? FIRST_S : Math.min(before.pauseS * 2, LONGEST_S);
    const ranS = before === undefined ? 0 : restart.at - before.at - before.pauseS;
    if (restart.pauseS === grown) return [];
    // Its run is known to a second or so only, since start and death are seen from outside.
    if (restart.pauseS === FIRST_S && ranS >= STEADY_S - 2) return [];
    return [`${restart.program}: started again after ${restart.pauseS} s, where ${grown} s were due`];
  });
}
