/** A real SMTP server that counts what it accepts, and can be told to misbehave. */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface Accepted {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

/** What the server does instead of accepting; a code with words is an answer, `drop` cuts the connection. */
export type Answer = { readonly code: number; readonly words: string } | 'drop' | 'hang' | 'accept' | 'accept and drop';

export interface SinkOptions {
  readonly greetingMs?: number;
  /** Before it answers the final dot. */
  readonly answerMs?: () => number;
  readonly onRecipient?: (to: string) => Answer;
  /** Asked once the final dot has arrived. */
  readonly onMessage?: (message: Accepted) => Answer;
  /** Cuts the connection in the middle of the message, before the dot. */
  readonly dropBeforeDot?: (session: SMTPServerSession) => boolean;
}

export interface Sink {
  readonly port: number;
  /** In the order of acceptance; a letter twice stands here twice. */
  readonly accepted: Accepted[];
  stop(): Promise<void>;
}

const fault = (answer: { code: number; words: string }) =>
  Object.assign(new Error(answer.words), { responseCode: answer.code });

export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const accepted: Accepted[] = [];
  const cut = (session: SMTPServerSession) => {
    for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
      if (connection.id === session.id) connection._socket.destroy();
  };

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Answer> {
    if (options.dropBeforeDot?.(session)) {
      await new Promise((resolve) => stream.once('data', resolve));
      return 'drop';
    }
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    const mail = await simpleParser(Buffer.concat(chunks));
    const message: Accepted = {
      messageId: mail.messageId ?? '',
      from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      to: session.envelope.rcptTo[0]?.address ?? '',
      subject: mail.subject ?? '',
    };
    const answer = options.onMessage?.(message) ?? 'accept';
    if (answer === 'accept' || answer === 'accept and drop') accepted.push(message);
    await sleep(options.answerMs?.() ?? 0);
    return answer;
  }

  const respond = (answer: Answer, session: SMTPServerSession, callback: (error?: Error | null) => void) => {
    if (answer === 'accept') callback();
    else if (answer === 'drop' || answer === 'accept and drop') cut(session);
    else if (answer !== 'hang') callback(fault(answer));
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, callback) => void setTimeout(callback, options.greetingMs ?? 0),
    onRcptTo: (address, session, callback) =>
      respond(options.onRecipient?.(address.address) ?? 'accept', session, callback),
    onData: (stream, session, callback) => {
      take(stream, session).then(
        (answer) => respond(answer, session, callback),
        () => cut(session),
      );
    },
  });
  server.on('error', () => undefined); // a killed client
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    accepted,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface DotKeeper {
  readonly port: number;
  /** Resolves when a final dot has come and is being held back. */
  readonly held: Promise<void>;
  stop(): Promise<void>;
}

/** Stands between sender and server and lets everything pass but the end of a message. */
export async function startDotKeeper(target: number): Promise<DotKeeper> {
  const END = Buffer.from('\r\n.\r\n');
  let holding!: () => void;
  const held = new Promise<void>((resolve) => (holding = resolve));
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let seen = Buffer.alloc(0);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.on('data', (chunk: Buffer) => client.write(chunk));
    client.on('data', (chunk: Buffer) => {
      const joined = Buffer.concat([seen, chunk]);
      const end = joined.indexOf(END);
      if (end < 0) {
        seen = joined.subarray(-(END.length - 1));
        upstream.write(chunk);
        return;
      }
      upstream.write(chunk.subarray(0, Math.max(0, chunk.length - (joined.length - end))));
      holding();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    held,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
