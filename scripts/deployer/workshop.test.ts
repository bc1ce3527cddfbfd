import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Step } from './steps.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

/** Does what the job's `DO` says; counts the jobs that this process has had. */
const PROGRAM = `
let jobs = 0;
process.on('message', ({ env, cwd }) => {
  jobs += 1;
  process.chdir(cwd);
  console.log('job ' + jobs + ' of ' + process.pid + ' in ' + process.cwd() + ': ' + env.WHAT);
  if (env.DO === 'fail') { console.error('La fiche est illisible'); process.send({ done: false, reason: 'x' }); }
  else if (env.DO === 'die') process.exit(3);
  else if (env.DO === 'leave') process.exit(0);
  else if (env.DO === 'swell') process.send({ done: true, memory: 9e9 });
  else if (env.DO !== 'hang') process.send({ done: true, memory: 1 });
});
process.once('disconnect', () => process.exit());
process.send({ ready: true });
`;

let folder: string;
let workshop: Workshop;
let step: Step;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trame-workshop-'));
  await writeFile(path.join(folder, 'program.mjs'), PROGRAM);
  step = {
    name: 'pages',
    command: process.execPath,
    args: [path.join(folder, 'program.mjs')],
    cwd: folder,
    kept: true,
  };
  workshop = createWorkshop();
});
afterEach(async () => {
  await workshop.close();
  await rm(folder, { recursive: true, force: true });
});

const job = (env: NodeJS.ProcessEnv, signal = new AbortController().signal) =>
  workshop.run(step, { ...process.env, ...env }, signal);
const pidIn = (output: string): string => / of (\d+) /.exec(output)?.[1] ?? '';

test('the same program does the next job, with its own environment, and its output is that job’s only', async () => {
  const first = await job({ WHAT: 'one' });
  const second = await job({ WHAT: 'two' });
  expect([first.exit.code, second.exit.code]).toEqual([0, 0]);
  expect(first.output).toContain(`job 1`);
  expect(second.output).toContain(`job 2`);
  expect(second.output).toContain(`in ${folder}: two`);
  expect(second.output).not.toContain('one');
  expect(pidIn(second.output)).toBe(pidIn(first.output));
});

test('two jobs of one step come one after the other, each with its own answer', async () => {
  const [first, second] = await Promise.all([job({ WHAT: 'one' }), job({ WHAT: 'two' })]);
  expect([first.exit.code, second.exit.code]).toEqual([0, 0]);
  expect(first.output).toMatch(/: one$/);
  expect(second.output).toMatch(/: two$/);
});

test('a job that fails says why, and the next one starts in a new program', async () => {
  const failed = await job({ DO: 'fail' });
  expect(failed.exit.code).not.toBe(0);
  expect(failed.output).toContain('La fiche est illisible');
  const next = await job({});
  expect(next.exit.code).toBe(0);
  expect(pidIn(next.output)).not.toBe(pidIn(failed.output));
});

test.each(['die', 'leave'])('a program that ends in the middle (%s) is a failure, and is replaced', async (how) => {
  expect((await job({ DO: how })).exit.code).not.toBe(0);
  expect((await job({})).exit.code).toBe(0);
});

test('a program that grew too large is replaced after its job', async () => {
  const large = await job({ DO: 'swell' });
  expect(large.exit.code).toBe(0);
  expect(pidIn((await job({})).output)).not.toBe(pidIn(large.output));
});

test('an interrupted job is stopped, and nothing of it is left', async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 200);
  const { exit } = await job({ DO: 'hang' }, stopping.signal);
  expect(exit.code).not.toBe(0);
  expect((await job({})).exit.code).toBe(0);
});

test('a program that hangs is stopped after its time, and the next job finds another one', async () => {
  const { output } = await job({});
  const hanging = { ...step, limitMs: 200 };
  const late = await workshop.run(hanging, { ...process.env, DO: 'hang' }, new AbortController().signal);
  expect(late).toMatchObject({ isLate: true, exit: { code: 1 } });
  expect(() => process.kill(Number(pidIn(output)), 0)).toThrow();
  expect((await job({})).exit.code).toBe(0);
});

test('closing stops the programs, and takes no more jobs', async () => {
  const { output } = await job({});
  await workshop.close();
  expect(() => process.kill(Number(pidIn(output)), 0)).toThrow();
  expect((await job({})).exit.code).not.toBe(0);
});
