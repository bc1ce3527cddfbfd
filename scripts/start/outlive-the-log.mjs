/**
 * Loaded before a program that `start` runs: its log lies on the disk of the data, and a line that cannot be written there would
 * end the program as an error that nobody expects. A full disk takes lines of the log; once there is room, the next are written.
 */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
