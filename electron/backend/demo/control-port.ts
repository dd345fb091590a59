import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { FAULT_KINDS, type FaultKind, type Faults } from './faults.ts';

/** A running control port of a simulated account. */
export interface ControlPort {
  /** `http://127.0.0.1:PORT/faults`. */
  readonly url: string;
  /** To be sent as `authorization: Bearer <token>` with every request. */
  readonly token: string;
  close(): Promise<void>;
}

/** What a control port is opened with. */
export interface ControlOptions {
  /** What faults may name beside `service:*` and `*`: `bedrock:ListGuardrails`. */
  readonly operations: readonly string[];
  /** A free port when absent. */
  readonly port?: number;
}

const BODY_LIMIT = 100_000;
const count = z.number().int().nonnegative();

/** A fault as `POST /faults` takes it; a member that is not known is refused. */
const faultSchema = z.strictObject({
  operation: z.string().regex(/^(\*|[\w-]+:(\*|\w+))$/, 'is *, service:* or service:Operation'),
  kind: z.custom<FaultKind>(isKind, `is one of ${Object.keys(FAULT_KINDS).join(', ')}`),
  region: z.string().optional(),
  accountId: z.string().optional(),
  after: count.optional(),
  times: count.min(1).optional(),
  forMs: z.number().positive().optional(),
  rate: z.number().positive().max(1).optional(),
  seed: z.number().optional(),
  delayMs: count.max(600_000).optional(),
  skewMs: z.number().optional(),
});

function isKind(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(FAULT_KINDS, value);
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * Opens the switchboard on a loopback port of its own, so that tests in other processes can switch
 * faults: `GET /faults` lists them, `POST /faults` switches one on, `DELETE /faults` clears them
 * (`?operation=` those of one operation). Every answer is the list that is on, or `{ error }`.
 */
export async function openControlPort(
  faults: Faults,
  { operations, port = 0 }: ControlOptions,
): Promise<ControlPort> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, { faults, token, operations }).then(
      (told) => write(response, told),
      (error: unknown) => write(response, refusal(500, String(error))),
    );
  });
  const bound = await listen(server, port);
  return { url: `http://127.0.0.1:${bound}/faults`, token, close: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  {
    faults,
    token,
    operations,
  }: { readonly faults: Faults; readonly token: string; readonly operations: readonly string[] },
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
    return refusal(401, 'Send the token as `authorization: Bearer <token>`.');
  }
  if (url.pathname !== '/faults') return refusal(404, 'There is /faults only.');
  if (request.method === 'POST') {
    const read = faultSchema.safeParse(await readJson(request));
    if (!read.success) return refusal(400, z.prettifyError(read.error));
    const { operation, ...fault } = read.data;
    const unknown = unknownOperation(operation, operations);
    if (unknown !== null) return refusal(400, unknown);
    faults.set(operation, withoutUndefined(fault));
  } else if (request.method === 'DELETE') {
    faults.clear(url.searchParams.get('operation') ?? undefined);
  } else if (request.method !== 'GET') {
    return refusal(405, 'GET, POST or DELETE.');
  }
  return { status: 200, body: { faults: faults.list() } };
}

/** Why a fault of this operation would never apply; null when it can. */
function unknownOperation(operation: string, known: readonly string[]): string | null {
  if (operation === '*' || known.includes(operation)) return null;
  const [service = '', name] = operation.split(':');
  const services = [...new Set(known.map((each) => each.split(':')[0] ?? ''))].sort();
  if (!services.includes(service)) {
    return `There is no service '${service}'; the simulated account answers ${services.join(', ')}.`;
  }
  return name === '*' ? null : `The simulated account answers no operation '${operation}'.`;
}

type Parsed = Omit<z.infer<typeof faultSchema>, 'operation'>;

function withoutUndefined(fault: Parsed): Parameters<Faults['set']>[1] {
  const { kind, ...rest } = fault;
  return Object.assign(
    { kind },
    Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  );
}

/** The JSON of a request; null when it is none or is longer than 100 kB. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

/** Compares digests, which have one length, so that it takes the same time for every token. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
