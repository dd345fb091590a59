import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unusedAccess } from '../../../../../electron/backend/api/access/unused.ts';
import { API_KEY_PLANS } from '../../../../../electron/backend/demo/world/identity/api-key-plans.ts';
import { principalWithoutPath } from '../../../../../shared/model/principal.ts';
import { type AccessDemo, accessDemo, letterOf } from './access-demo.ts';

let demo: AccessDemo;
beforeAll(async () => {
  demo = await accessDemo();
}, 400_000);
afterAll(() => demo?.close());

describe('API keys', () => {
  test('are those of IAM, with who made them, until when, and when they were last used', async () => {
    const { keys } = await demo.api['access.keys']({});
    const long = keys.filter(({ kind }) => kind === 'long-term');
    const seen = await demo.rows(`SELECT principal_arn, count(*), max(event_time) FROM events
      WHERE bearer_token AND account_id IS NOT NULL AND event_time >= '${demo.base.use.window.from}'
        AND event_source IN ('bedrock.amazonaws.com', 'bedrock-mantle.amazonaws.com')
      GROUP BY 1`);
    const used = new Map(seen.map(([arn, calls, at]) => [String(arn), { calls, at }]));
    expect(used.size).toBeGreaterThan(2);
    expect(long.map(({ ownerName }) => ownerName).sort()).toEqual(
      API_KEY_PLANS.map(({ userName }) => userName).sort(),
    );
    for (const plan of API_KEY_PLANS) {
      const key = long.find(({ ownerName }) => ownerName === plan.userName);
      const listed = demo.world
        .apiKeys(plan.accountId)
        .find(({ userName }) => userName === plan.userName);
      expect(key).toMatchObject({
        accountId: plan.accountId,
        credentialId: listed?.credentialId,
        status: listed?.status,
        neverExpires: plan.days === null,
        createdBy: expect.stringMatching(new RegExp(`/(AWSReservedSSO_)?${plan.madeBy}`)),
        calls: Number(used.get(key?.ownerArn ?? '')?.calls ?? 0),
      });
      const lives = Date.parse(key?.expiresAt ?? '') - Date.parse(key?.createdAt ?? '');
      expect(plan.days === null ? key?.expiresAt : Math.round(lives / 86_400_000)).toBe(plan.days);
      const last = used.get(key?.ownerArn ?? '')?.at;
      expect(Date.parse(key?.lastUsedAt ?? '')).toEqual(
        last === undefined ? Number.NaN : Date.parse(String(last)),
      );
    }
  });

  test('can what their owner can, and are not the only credentials of it', async () => {
    const { keys, window } = await demo.api['access.keys']({});
    const { models } = demo.base.catalogue;
    for (const key of keys.filter(({ kind }) => kind === 'long-term')) {
      const owner = demo.base.world.principals.find(({ arn }) => arn === key.ownerArn);
      if (owner === undefined) throw new Error(`${key.ownerArn} is nobody`);
      const letters = models.map(({ modelId }) => letterOf(demo.base, owner, modelId));
      expect([key.ownerName, key.models.allowed]).toEqual([
        key.ownerName,
        letters.filter((letter) => letter === 'A').length,
      ]);
      expect(key.bearer).toEqual({ runtime: 'allowed', mantle: 'allowed' });
    }
    const second = keys.filter(({ otherCredentials }) => otherCredentials.length > 0);
    expect(second.map(({ ownerName }) => ownerName)).toEqual(['BedrockAPIKey-z9rt']);
    const everything = keys.filter(({ otherServices }) => otherServices[0] === '*');
    expect(everything.map(({ ownerName }) => ownerName)).toEqual(['BedrockAPIKey-w3lt']);
    expect(window).toEqual(demo.base.use.window);
  }, 60_000);
});

describe('unused access', () => {
  test('is what everybody may call and did not', async () => {
    const { rows, window } = await demo.api['access.unused']({ days: 90 });
    const called = await demo.rows(`SELECT DISTINCT principal_arn FROM events
      WHERE error_code IS NULL AND event_time >= '${window.from}' AND event_name IN ('Converse',
        'ConverseStream', 'InvokeModel', 'InvokeModelWithResponseStream', 'CreateInference')`);
    const callers = new Set(called.map(([arn]) => principalWithoutPath(String(arn))));
    const { world, catalogue } = demo.base;
    const expected = world.principals
      .filter(({ kind }) => kind !== 'service-linked-role')
      .flatMap((principal) => {
        const letters = catalogue.models.map(({ modelId }) =>
          letterOf(demo.base, principal, modelId),
        );
        const count = (letter: string) => letters.filter((one) => one === letter).length;
        if (count('A') + count('C') === 0) return [];
        return [[principal.arn, count('A'), count('C')] as const];
      });
    expect(new Map(rows.map((row) => [row.principalArn, row]))).toHaveProperty('size', rows.length);
    expect(
      rows.map((row) => [row.principalArn, row.allowedModels, row.conditionalModels]).sort(),
    ).toEqual([...expected].sort());
    for (const row of rows) {
      const isCaller = callers.has(principalWithoutPath(row.principalArn));
      expect([row.name, row.verdict !== 'never-used']).toEqual([row.name, isCaller]);
      expect(row.lastDay !== null).toBe(isCaller);
      const open = row.allowedModels + row.conditionalModels;
      const used = demo.base.use.modelsOf(row.principalArn);
      for (const modelId of row.unusedModels) expect(used.has(modelId)).toBe(false);
      expect(row.unusedModels.length).toBeLessThanOrEqual(Math.min(open, 50));
    }
    expect(rows.find(({ verdict }) => verdict === 'never-used')).toBe(rows[0]);
    expect(rows.filter(({ verdict }) => verdict === 'not-known')).toEqual([]);
  }, 60_000);

  test('is not known of an account whose callers nothing names', async () => {
    const [dark] = demo.base.world.principals;
    const outcome = { status: 'denied', action: 'cloudtrail:LookupEvents', reason: 'No' } as const;
    const { rows, gaps } = unusedAccess({
      ...demo.base,
      use: { ...demo.base.use, modelsOf: () => new Map(), of: () => null },
      callersIn: (accountId) => (accountId === dark?.accountId ? outcome : { status: 'collected' }),
    });
    for (const { accountId, verdict } of rows) {
      expect(verdict).toBe(accountId === dark?.accountId ? 'not-known' : 'never-used');
    }
    expect(rows.map(({ verdict }) => verdict)).toContain('not-known');
    expect(gaps.filter(({ dataset }) => dataset === 'observed-usage')).toMatchObject([
      { accountId: dark?.accountId, action: 'cloudtrail:LookupEvents' },
    ]);
  }, 60_000);

  test('depends on the days that are asked for', async () => {
    const verdict = async (days: number) => {
      const { rows } = await demo.api['access.unused']({ days });
      return rows.find(({ name }) => name === 'ci-deploy-bot')?.verdict;
    };
    expect([await verdict(5), await verdict(90)]).toEqual(['never-used', 'partly-used']);
  });

  test('has IAM’s own last access beside it', async () => {
    const { rows } = await demo.api['access.unused']({ days: 90 });
    const items = demo.base.readings.flatMap((reading) =>
      reading.dataset === 'service-last-accessed' ? [...reading.items] : [],
    );
    expect(items.length).toBeGreaterThan(10);
    for (const row of rows) {
      const item = items.find(
        (one) => 'principalArn' in one && one.principalArn === row.principalArn,
      );
      expect([row.name, row.serviceLastAccessedKnown]).toEqual([
        row.name,
        item !== undefined && 'services' in item && JSON.stringify(item).includes('"read":true'),
      ]);
    }
  });
});
