import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { createCaller } from '../../../../electron/backend/aws/caller.ts';
import { type Clients, createClients } from '../../../../electron/backend/aws/clients.ts';
import { SMALL_KEY } from '../../../helpers/small-world/small-world.ts';

const MIB = 1 << 20;
const signal = new AbortController().signal;

let server: Server | null = null;
let clients: Clients | null = null;
let sent = 0;

afterEach(async () => {
  clients?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** A list of nothing, with white space between its brackets. */
function* answer(mebibytes: number) {
  yield Buffer.from('{"guardrails":[');
  for (let i = 0; i < mebibytes; i += 1) {
    sent += 1;
    yield Buffer.alloc(MIB, ' ');
  }
  yield Buffer.from(']}');
}

async function answering(mebibytes: number): Promise<Clients> {
  sent = 0;
  const listening = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    Readable.from(answer(mebibytes))
      .on('error', () => undefined)
      .pipe(response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : null;
  const connection = {
    id: 'c',
    label: 'c',
    profile: null,
    roleArn: null,
    regions: ['us-east-1'],
    endpointUrl: `http://127.0.0.1:${port}`,
    accountId: null,
    organization: null,
  };
  clients = createClients({ connection, env: {}, credentials: SMALL_KEY });
  return clients;
}

function listGuardrails(by: Clients) {
  const caller = createCaller({ region: 'us-east-1', profile: null, signal, identified: true });
  return caller.call('bedrock:ListGuardrails', async (options) =>
    (await by.bedrock('us-east-1')).listGuardrails({}, options),
  );
}

it('an answer of 200 MB is not read beyond the limit, asked for once, and told', async () => {
  const by = await answering(200);
  await expect(listGuardrails(by)).rejects.toMatchObject({
    outcome: {
      status: 'failed',
      reason:
        'bedrock:ListGuardrails was answered by more than 64 MiB, which no answer of AWS has; it was not read any further. Check the endpoint.',
    },
  });
  expect(sent).toBeGreaterThan(63);
  expect(sent).toBeLessThan(100);
});

it('an answer of 60 MB is read', async () => {
  const answered = await listGuardrails(await answering(60));
  expect(answered.guardrails).toEqual([]);
});
