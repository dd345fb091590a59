import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PromptCall } from '../../../../electron/backend/prompts/prompt-call.ts';
import { createPromptLab } from '../../../../electron/backend/prompts/prompt-lab.ts';
import type { BackendEvent } from '../../../../shared/api/answers.ts';
import { bundledPrices } from '../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { NOW, type Simulated, startSimulated } from '../scan/simulated.ts';

const MODEL = 'us.anthropic.claude-sonnet-5-5';
const APPROVED = ['anthropic.claude-sonnet-5-5'];
const prices = createPriceBook([bundledPrices()]);

let simulated: Simulated;
let closed: number;
let events: BackendEvent[];

beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.close());
beforeEach(() => {
  closed = 0;
  events = [];
  simulated.requests.length = 0;
});

function callOf(modelId: string, prompt = 'Say hello.'): PromptCall {
  const [connection] = simulated.connections;
  if (connection === undefined) throw new Error('the world has no account');
  const clients = simulated.connect(connection);
  const close = () => {
    closed += 1;
    clients.close();
  };
  return {
    clients: { ...clients, close },
    region: 'us-east-1',
    request: { modelId, prompt, maxTokens: 200 },
    approvedModels: APPROVED,
    pricing: { prices, profiles: new Map() },
  };
}

/** A lab, and the first event of a run that is not text. */
function openLab() {
  let onEnd: (event: BackendEvent) => void;
  const end = new Promise<BackendEvent>((resolve) => {
    onEnd = resolve;
  });
  const emit = (event: BackendEvent) => {
    events.push(event);
    if (event.type !== 'prompt-text') onEnd(event);
  };
  return { lab: createPromptLab({ now: () => NOW, clock: () => performance.now(), emit }), end };
}

describe('the prompt lab', () => {
  test('streams an approved model through its profile, and prices what was used', async () => {
    const { lab, end } = openLab();
    const { runId } = lab.run(callOf(MODEL));
    const done = await end;
    if (done.type !== 'prompt-done') throw new Error(JSON.stringify(done));
    const text = events.flatMap((event) => (event.type === 'prompt-text' ? event.text : []));
    expect(done.run).toMatchObject({ runId, modelId: MODEL, text: text.join('') });
    expect(text.length).toBeGreaterThan(1);
    expect(done.run.tokens.output).toBeGreaterThan(0);
    expect(Number(done.run.usd)).toBeGreaterThan(0);
    expect(done.run.prices.every(({ scope }) => scope === 'geographic')).toBe(true);
    await lab.close();
    expect(closed).toBe(1);
  });

  test.each(['us.amazon.nova-pro-v1:0', 'global.anthropic.claude-opus-5-5'])(
    'sends nothing to %s, which is not approved',
    async (modelId) => {
      const { lab } = openLab();
      expect(() => lab.run(callOf(modelId))).toThrow('Nothing was sent');
      await expect(lab.estimate(callOf(modelId))).rejects.toMatchObject({ code: 'not-approved' });
      await lab.close();
      expect(simulated.requests).toEqual([]);
      expect(closed).toBe(2);
    },
  );

  test('a refusal of AWS names the permission', async () => {
    simulated.account.faults.set('bedrock:ConverseStream', { kind: 'deny', times: 1 });
    const { lab, end } = openLab();
    lab.run(callOf(MODEL));
    expect(await end).toMatchObject({
      type: 'prompt-failed',
      error: {
        code: 'aws-denied',
        message: expect.stringContaining('bedrock:InvokeModelWithResponseStream'),
      },
    });
    await lab.close();
    expect(closed).toBe(1);
  });

  test('cancelling ends the run, and it cannot be cancelled again', async () => {
    const { lab, end } = openLab();
    const { runId } = lab.run(callOf(MODEL, 'Tell a long story. '.repeat(50)));
    lab.cancel(runId);
    expect(await end).toMatchObject({ type: 'prompt-failed', error: { code: 'cancelled' } });
    await lab.close();
    expect(() => lab.cancel(runId)).toThrow('ended already');
    expect(closed).toBe(1);
  });
});
