import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { principalWithoutPath } from '../../../../../shared/model/principal.ts';
import {
  type AccessDemo,
  ASKED,
  accessDemo,
  letterOf,
  naively,
  principalOf,
} from './access-demo.ts';

let demo: AccessDemo;
beforeAll(async () => {
  demo = await accessDemo();
}, 400_000);
afterAll(() => demo?.close());

describe('the matrix', () => {
  test('has the letters that deciding every resource of every way gives', async () => {
    const { models, rows } = await demo.api['access.matrix'](ASKED);
    const sampled = ['checkout-assistant', 'docs-assistant', 'BedrockAPIKey-x7qk', 'eval-harness'];
    const seen = new Set<string>();
    for (const name of sampled) {
      const row = rows.find((one) => one.name === name);
      const principal = principalOf(demo.base, name);
      const expected = models
        .map(({ modelId }) => letterOf(demo.base, principal, modelId))
        .join('');
      expect([name, row?.letters]).toEqual([name, expected]);
      for (const letter of expected) seen.add(letter);
    }
    expect([...seen].sort()).toEqual(['-', 'A', 'C', 'D']);
  });

  test('has nobody who may call nothing and called nothing, and counts them', async () => {
    const { rows, silent, principals, neverCalled } = await demo.api['access.matrix'](ASKED);
    const { world, catalogue } = demo.base;
    const mute = world.principals.filter((principal) =>
      catalogue
        .routesIn(principal.accountId)
        .every(
          (route) => naively(demo.base, principal, { route, operation: 'invoke' }) === 'denied',
        ),
    );
    expect(silent).toBe(mute.length);
    expect(silent).toBeGreaterThan(0);
    expect(rows.length + silent).toBe(principals);
    expect(principals).toBe(world.principals.length);
    expect(neverCalled).toBe(rows.filter(({ calls }) => calls === 0).length);
    expect(rows.some(({ principalArn }) => mute.some(({ arn }) => arn === principalArn))).toBe(
      false,
    );
  }, 60_000);

  test('counts successful calls, those of logs and events once', async () => {
    const { rows, models, window } = await demo.api['access.matrix'](ASKED);
    const counted = await demo.rows(`SELECT coalesce(e.principal_arn, i.principal_arn), count(*),
        CAST(max(CAST(coalesce(e.event_time, i.time) AS DATE)) AS VARCHAR)
      FROM (SELECT * FROM events WHERE error_code IS NULL AND model_id IS NOT NULL
        AND event_time >= '${window.from}' AND event_name IN ('Converse', 'ConverseStream',
        'InvokeModel', 'InvokeModelWithResponseStream', 'CreateInference')) e
      FULL OUTER JOIN (SELECT * FROM invocations WHERE error_code IS NULL
        AND time >= '${window.from}') i ON e.request_id = i.request_id
      GROUP BY 1`);
    const expected = new Map<string, { calls: number; lastDay: string }>();
    for (const [arn, calls, lastDay] of counted) {
      const bare = principalWithoutPath(String(arn));
      const known = expected.get(bare);
      const day = String(lastDay);
      expected.set(bare, {
        calls: Number(calls) + (known?.calls ?? 0),
        lastDay: known !== undefined && known.lastDay > day ? known.lastDay : day,
      });
    }
    const used = rows.filter(({ calls }) => calls > 0);
    expect(used.length).toBeGreaterThan(25);
    // The sandbox's imported model is called and not listed: its calls are counted all the same.
    for (const row of used) {
      const { calls, lastDay } = row;
      expect([row.name, { calls, lastDay }]).toEqual([
        row.name,
        expected.get(principalWithoutPath(row.principalArn)),
      ]);
      const ofCells = row.used.reduce((sum, cell) => sum + cell.calls, 0);
      if (row.name !== 'SandboxUser (SSO)') expect([row.name, ofCells]).toEqual([row.name, calls]);
      else expect(ofCells).toBeLessThan(calls);
    }
    const columns = models.map((_, place) =>
      rows.flatMap(({ used: cells }) => cells.filter(({ model }) => model === place)),
    );
    expect(models.map(({ calls }) => calls)).not.toContain(-1);
    for (const [place, cells] of columns.entries()) {
      const sum = cells.reduce((total, { calls }) => total + calls, 0);
      expect(models[place]?.calls).toBeGreaterThanOrEqual(sum);
    }
  });

  test('asks about one Region, about streams, and in other circumstances', async () => {
    const matrix = demo.api['access.matrix'];
    const [everywhere, here, streamed, guarded] = await Promise.all([
      matrix(ASKED),
      matrix({ ...ASKED, region: 'ap-southeast-2' }),
      matrix({ ...ASKED, operation: 'stream' }),
      matrix({ ...ASKED, context: { ...ASKED.context, keys: GUARDED } }),
    ]);
    const lettersOf = (answer: typeof here, name: string) =>
      answer.rows.find((row) => row.name === name)?.letters ?? '';
    const grok = everywhere.models.findIndex(({ modelId }) => modelId === 'xai.grok-4.3');
    expect(lettersOf(everywhere, 'hackathon-demo')[grok]).toBe('A');
    expect(lettersOf(here, 'hackathon-demo')[grok]).toBe('-');
    const embed = 'product-search-embedder';
    expect(lettersOf(everywhere, embed)).toContain('A');
    expect(lettersOf(streamed, embed)).not.toContain('A');
    expect(lettersOf(everywhere, 'checkout-assistant')).toContain('C');
    expect(lettersOf(guarded, 'checkout-assistant')).not.toContain('C');
    expect(lettersOf(guarded, 'checkout-assistant')).toContain('A');
    const row = everywhere.rows.find(({ name }) => name === 'checkout-assistant');
    expect(row?.unguarded).not.toMatch(/[ACU]/);
  });

  test('names what could not be read', async () => {
    const { gaps, takenAt, accountNames } = await demo.api['access.matrix'](ASKED);
    expect(gaps.filter(({ consequence }) => consequence === '')).toEqual([]);
    expect(gaps.map(({ reason }) => reason).join()).toContain('bedrock-mantle');
    const times = demo.base.readings
      .filter(({ dataset }) => dataset === 'account-authorization')
      .map(({ readAt }) => readAt);
    expect(takenAt).toBe([...times].sort()[0]);
    expect(accountNames['222233334444']).toBe('platform-prod');
  });
});

const GUARDED = {
  'bedrock:GuardrailIdentifier': ['arn:aws:bedrock:us-east-1:222233334444:guardrail/abcdef:1'],
};
