/** Time as a dependency, so that tests decide what "now" and "a while" are. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  now(): Date;
  /** Milliseconds on a scale that never jumps: for durations only. */
  ticks(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  ticks: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/** `20261130T220500`, in UTC: for names of files that sort by when they were made. */
export const stampOf = (moment: Date): string => moment.toISOString().replace(/[-:]/g, '').slice(0, 15);

/** "0,4 s", "12 s", "2 min 05 s": as long steps report themselves. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', ',')} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
