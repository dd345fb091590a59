import { Readable } from 'node:stream';
import { NormalizedSchema } from '@smithy/core/schema';
import { controlEndpoint } from '../../../../../electron/backend/aws/control-endpoint.ts';
import type { ClientConfig } from '../../../../helpers/simulated-client.ts';
import type { HonestyCase } from './honesty-case.ts';
import { SDK_CLIENTS } from './sdk-clients.ts';

/** What came over the wire, and what the JavaScript SDK made of it. */
export interface SdkAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly output: unknown;
  /** The operation's output as the SDK's own model has it. */
  readonly schema: NormalizedSchema;
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body?: AsyncIterable<Uint8Array>;
}

type Handled = Promise<{ readonly response: WireResponse }>;
type Middleware = (next: (args: unknown) => Handled) => (args: unknown) => Handled;

interface Client {
  readonly middlewareStack: { add(middleware: Middleware, options: object): void };
  send(command: unknown): Promise<unknown>;
  destroy(): void;
}

/** Sends a case through the SDK's client and keeps the bytes that it was answered with. */
export async function askThroughSdk(one: HonestyCase, config: ClientConfig): Promise<SdkAnswer> {
  const exported = new Map<string, unknown>(Object.entries(await SDK_CLIENTS[one.client].load()));
  const className = [...exported.keys()].find((name) => /^[A-Z]\w*Client$/.test(name)) ?? '';
  const client: Client = make(exported, className, {
    ...config,
    ...(one.client === 's3Control' ? controlEndpoint(config) : { forcePathStyle: true }),
  });
  const seen: Omit<SdkAnswer, 'output' | 'schema'>[] = [];
  const record: Middleware = (next) => async (args) => {
    const handled = await next(args);
    seen.push(await recorded(handled.response));
    return handled;
  };
  client.middlewareStack.add(record, { step: 'deserialize', priority: 'low', name: 'record' });
  const output = await client.send(make(exported, `${one.command}Command`, one.input));
  client.destroy();
  const [wire] = seen;
  if (wire === undefined) throw new Error(`${one.operation} was not answered`);
  return { ...wire, output, schema: outputSchema(exported.get(`${one.command}$`)) };
}

/** The status, type and bytes of a response, which can still be read afterwards. */
async function recorded(response: WireResponse): Promise<Omit<SdkAnswer, 'output' | 'schema'>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body ?? []) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  response.body = Readable.from(body.length === 0 ? [] : [body], { objectMode: false });
  const contentType = response.headers['content-type'] ?? '';
  return { status: response.statusCode, contentType, body };
}

function make(exported: ReadonlyMap<string, unknown>, name: string, input: object) {
  const made = exported.get(name);
  if (typeof made !== 'function') throw new Error(`the SDK exports no ${name}`);
  return Reflect.construct(made, [input]);
}

/** An operation is `[9, namespace, name, traits, input, output]` in the SDK's own model. */
function outputSchema(operation: unknown): NormalizedSchema {
  const output: unknown = Array.isArray(operation) ? operation[5] : undefined;
  if (typeof output !== 'function') throw new Error('the SDK has no schema of the operation');
  return NormalizedSchema.of(output());
}
