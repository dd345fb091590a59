import { type Readable, Transform } from 'node:stream';

/** Bytes of one answer; the largest pages of AWS's lists have some ten million. */
export const MOST_ANSWER_BYTES = 64 << 20;

/** The name of the error that an answer ends with which goes on beyond that. */
export const ANSWER_TOO_LARGE = 'AnswerTooLarge';

/** Answers that are streamed to where they are bounded otherwise: files, and events one by one. */
const STREAMED = /^(GetObject|\w*Stream)Command$/;

interface CallOfSdk {
  readonly commandName?: string;
}

/** What the transport answers, before the SDK reads it. */
interface Answered {
  readonly response: unknown;
}

type Passing = <A, R extends Answered>(
  next: (args: A) => Promise<R>,
  context: CallOfSdk,
) => (args: A) => Promise<R>;

/** A client of the SDK, as far as limiting needs it. */
export interface Limitable {
  readonly middlewareStack: {
    add(
      middleware: Passing,
      options: {
        readonly step: 'deserialize';
        readonly priority: 'low';
        readonly name: string;
      },
    ): void;
  };
}

/**
 * Ends answers that grow beyond `MOST_ANSWER_BYTES`, which the SDK would gather in memory whole. The
 * middleware stands next to the transport, so that nothing has read the answer before it.
 */
export function limitAnswers<C extends Limitable>(client: C): C {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answered = await next(args);
        if (!STREAMED.test(commandName)) limitBody(answered.response);
        return answered;
      },
    { step: 'deserialize', priority: 'low', name: 'limitAnswers' },
  );
  return client;
}

function limitBody(response: unknown): void {
  if (!isWithBody(response)) return;
  const { body } = response;
  const limited = body.pipe(counter());
  body.on('error', (error) => limited.destroy(error));
  limited.on('close', () => body.destroy());
  response.body = limited;
}

function isWithBody(response: unknown): response is { body: Readable } {
  return (
    typeof response === 'object' &&
    response !== null &&
    'body' in response &&
    typeof response.body === 'object' &&
    response.body !== null &&
    'pipe' in response.body
  );
}

function counter(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= MOST_ANSWER_BYTES) return done(null, chunk);
      const error = new Error(`The answer is larger than ${MOST_ANSWER_BYTES} bytes.`);
      error.name = ANSWER_TOO_LARGE;
      done(error);
    },
  });
}
