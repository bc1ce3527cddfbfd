/**
 * What a restore knows of the time since the backup.
 * - `whole`: the register of this installation was there, and holds what happened since;
 * - `unproven`: it is there, and nothing proves that it holds everything: it may be a copy of a moment in between;
 * - `missing`: there was none, or another installation's, or it begins after the backup was made;
 * - `unreadable`: it was there, and could not be read.
 */
export const registerStates = ['whole', 'unproven', 'missing', 'unreadable'] as const;
export type RegisterState = (typeof registerStates)[number];
