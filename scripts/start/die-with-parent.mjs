/**
 * Loaded before a program that `start` runs: ends it when `start` itself was killed so hard that it could stop nothing.
 * The channel to the parent closes then, whatever the reason.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
