import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccessWorld } from '../../../../../shared/access/world/create-world.ts';
import { principalWithoutPath } from '../../../../../shared/model/principal.ts';
import { type AccessDemo, ASKED, accessDemo, letterOf, principalOf } from './access-demo.ts';

const GUARDED = 'arn:aws:iam::222233334444:policy/acme-invoke-guarded';

const REFUSED_EFFECT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deni","Action":"bedrock:*","Resource":"*"}]}';

let demo: AccessDemo;
beforeAll(async () => {
  demo = await accessDemo();
}, 400_000);
afterAll(() => demo?.close());

describe('a change', () => {
  test('that takes a policy away denies exactly the cells that it gave', async () => {
    const { principals } = demo.base.world;
    const holders = principals.filter(({ policies }) =>
      policies.identity.some(({ id }) => id === GUARDED),
    );
    expect(holders.map(({ name }) => name)).toEqual(['checkout-assistant']);
    const expected = holders.flatMap((principal) =>
      demo.base.catalogue.models
        .filter(({ modelId }) => 'ACU'.includes(letterOf(demo.base, principal, modelId)))
        .map(({ modelId }) => `${principal.arn} ${modelId}`),
    );
    expect(expected.length).toBeGreaterThan(1);
    const answer = await demo.api['access.change']({
      ...ASKED,
      changes: [{ policyId: GUARDED, document: null }],
    });
    expect(answer.cells.map((cell) => `${cell.principalArn} ${cell.modelId}`).sort()).toEqual(
      expected.sort(),
    );
    expect(new Set(answer.cells.map(({ after }) => after))).toEqual(new Set(['denied']));
    expect(answer).toMatchObject({
      refused: false,
      total: expected.length,
      lost: expected.length,
      gained: 0,
    });
    const [first] = answer.cells;
    const { rows } = await demo.api['access.matrix'](ASKED);
    const row = rows.find(({ principalArn }) => principalArn === first?.principalArn);
    expect(first?.calls).toBe(row?.calls);
    expect(answer.problems).toEqual([]);
  });

  test('of an SCP changes what deciding by the edited organisation changes', async () => {
    const guard = demo.base.world.principals
      .flatMap(({ policies }) => (policies.scps ?? []).flat())
      .find(({ name }) => name === 'region-guard');
    if (guard === undefined) throw new Error('region-guard is not read');
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'bedrock:*', Resource: '*' }],
    });
    const readings = demo.base.readings.map((reading) =>
      reading.dataset === 'organization-policies'
        ? JSON.parse(
            JSON.stringify(reading).replaceAll(
              JSON.stringify(guard.document).slice(1, -1),
              JSON.stringify(document).slice(1, -1),
            ),
          )
        : reading,
    );
    const after = { ...demo.base, world: createAccessWorld(readings) };
    const expected = demo.base.world.principals
      .filter(({ accountId }) => ['888899990000', '777788889999'].includes(accountId))
      .flatMap((principal) => {
        const next = principalOf(after, principal.name, principal.accountId);
        return demo.base.catalogue.models.flatMap(({ modelId }) =>
          letterOf(demo.base, principal, modelId) === letterOf(after, next, modelId)
            ? []
            : [`${principal.arn} ${modelId}`],
        );
      });
    const answer = await demo.api['access.change']({
      ...ASKED,
      changes: [{ policyId: guard.id, document }],
    });
    const here = answer.cells.filter(({ accountId }) =>
      ['888899990000', '777788889999'].includes(accountId),
    );
    expect(here.map((cell) => `${cell.principalArn} ${cell.modelId}`).sort()).toEqual(
      expected.sort(),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(answer.problems.map(({ check }) => check)).toContain('deny-without-mantle');
  }, 60_000);

  test.each(['{', '{"Version":"2012-10-17",,"Statement":[]}', REFUSED_EFFECT])(
    'to a text that AWS would refuse changes nothing: %s',
    async (document) => {
      const changes = [{ policyId: GUARDED, document }];
      const answer = await demo.api['access.change']({ ...ASKED, changes });
      expect(answer).toMatchObject({ refused: true, cells: [], total: 0, gained: 0, lost: 0 });
      expect(answer.problems.map(({ check }) => check)).toContain('refused');
    },
  );

  test('of a policy that nobody has is refused', async () => {
    const asked = demo.api['access.change']({
      ...ASKED,
      changes: [{ policyId: 'arn:aws:iam::1:policy/none', document: null }],
    });
    await expect(asked).rejects.toMatchObject({
      code: 'not-found',
      message: "No policy that was read has the id 'arn:aws:iam::1:policy/none'. Scan again.",
    });
  });
});

describe('the least policy of a principal', () => {
  test('allows every call that was seen, and no way that was not', async () => {
    const principal = principalOf(demo.base, 'support-summarizer');
    const answer = await demo.api['access.least-privilege']({
      principalArn: principal.arn,
      days: 90,
      guardrailArn: null,
    });
    const seen = demo.base.use.rows.filter(
      ({ principalArn }) => principalWithoutPath(principalArn) === principal.arn,
    );
    expect(answer.proof).toMatchObject({
      notAllowed: [],
      observedCalls: seen.reduce((sum, { calls }) => sum + calls, 0),
      catalogueRoutes: demo.base.catalogue.routesIn(principal.accountId).length,
    });
    const inline = { ...demo.base, world: withPolicy(answer.json, principal.arn) };
    const restricted = principalOf(inline, principal.name, principal.accountId);
    const used = new Set(demo.base.use.modelsOf(principal.arn).keys());
    const open = demo.base.catalogue.models
      .map(({ modelId }) => [modelId, letterOf(inline, restricted, modelId)] as const)
      .filter(([, letter]) => letter !== 'D' && letter !== '-')
      .map(([modelId]) => modelId);
    expect(open.filter((modelId) => !used.has(modelId))).toEqual([]);
    expect(used.size).toBeGreaterThan(0);
  });

  test('says what was tried and refused', async () => {
    const principalArn = principalOf(demo.base, 'docs-assistant').arn;
    const asked = { principalArn, days: 90, guardrailArn: null };
    const { notes } = await demo.api['access.least-privilege'](asked);
    const { refused } = await demo.api['access.what-can']({ ...ASKED, principalArn });
    const called = 'us.anthropic.claude-sonnet-4-6';
    const tried = refused.find((one) => one.called === called);
    expect(tried?.calls).toBeGreaterThan(0);
    expect(notes.join(' ')).toContain(
      `${tried?.calls} calls to ${called} in ${tried?.region} were`,
    );
  });

  /** The organisation with the policy in place of all that the principal has. */
  function withPolicy(json: string, arn: string) {
    const readings = demo.base.readings.map((reading) => {
      if (reading.dataset !== 'account-authorization') return reading;
      const text = JSON.stringify(reading);
      if (!text.includes(arn)) return reading;
      const copy = JSON.parse(text);
      for (const item of copy.items) {
        for (const identity of item.identities) {
          if (identity.arn !== arn) continue;
          identity.attachedPolicyArns = [];
          identity.inlinePolicies = [{ name: 'least', document: json }];
        }
      }
      return copy;
    });
    return createAccessWorld(readings);
  }
});

describe('the policies that were read', () => {
  const EVERY = { offset: 0, limit: 1_000 } as const;

  test('are all that bear on a decision, each once, with what lint finds in it', async () => {
    const { rows, total } = await demo.api['access.policies-found'](EVERY);
    const { principals, resources } = demo.base.world;
    const ids = [
      ...principals.flatMap(({ policies: { identity, boundary, scps } }) => [
        ...identity,
        ...(boundary === null ? [] : [boundary]),
        ...(scps ?? []).flat(),
      ]),
      ...[...resources.values()].flatMap(({ rcps, resourcePolicies }) => [
        ...(rcps ?? []).flat(),
        ...resourcePolicies.values(),
      ]),
    ].map(({ id }) => id);
    expect(rows.map(({ policyId }) => policyId).sort()).toEqual([...new Set(ids)].sort());
    expect(total).toBe(rows.length);
    expect(new Set(rows.map(({ type }) => type))).toEqual(
      new Set(['scp', 'rcp', 'resource', 'boundary', 'identity']),
    );
    expect(rows.every(({ document }) => document === null)).toBe(true);
    const linted = await demo.api['access.lint-found']({ offset: 0, limit: 1_000 });
    const withFindings = rows.filter(({ findings }) => (findings ?? 0) > 0);
    expect(withFindings.map(({ policyId, findings }) => [policyId, findings]).sort()).toEqual(
      linted.rows.map(({ policy, findings }) => [policy.policyId, findings.length]).sort(),
    );
    expect(withFindings.length).toBeLessThan(rows.length);
    const aws = rows.filter(({ policyId }) => policyId.includes('::aws:policy/'));
    expect(new Set(aws.map(({ findings }) => findings))).toEqual(new Set([null]));
  });

  test('are found by a part of their name, and one by its id has its text', async () => {
    const named = await demo.api['access.policies-found']({ ...EVERY, text: 'INVOKE-Guarded' });
    expect(named.rows.map(({ policyId }) => policyId)).toContain(GUARDED);
    expect(named.rows.every(({ policyId }) => /invoke-guarded/i.test(policyId))).toBe(true);
    const [one, ...others] = (
      await demo.api['access.policies-found']({ ...EVERY, policyId: GUARDED })
    ).rows;
    expect(others).toEqual([]);
    expect(JSON.parse(one?.document ?? '')).toHaveProperty('Statement');
    expect(one?.principals).toBe(1);
    const none = await demo.api['access.policies-found']({ ...EVERY, policyId: 'p-none' });
    expect(none).toEqual({ rows: [], total: 0 });
  });
});

describe('lint', () => {
  test('finds what is wrong in policies that were read, the worst first, page by page', async () => {
    const all = await demo.api['access.lint-found']({ offset: 0, limit: 1_000 });
    expect(all.total).toBe(all.rows.length);
    const guard = all.rows.find(({ policy }) => policy.name === 'region-guard');
    expect(guard?.findings.map(({ check }) => check)).toContain('region-deny');
    const bound = demo.base.world.principals.filter(({ policies }) =>
      (policies.scps ?? []).flat().some(({ name }) => name === 'region-guard'),
    );
    expect(guard?.principals).toBe(bound.length);
    expect(all.rows.some(({ policy }) => policy.policyId.includes(':aws:policy/'))).toBe(false);
    const second = await demo.api['access.lint-found']({ offset: 1, limit: 2 });
    expect(second).toEqual({ rows: all.rows.slice(1, 3), total: all.total });
    const sandbox = '666677778888';
    const own = await demo.api['access.lint-found']({
      offset: 0,
      limit: 1_000,
      accountId: sandbox,
    });
    expect(own.rows).toEqual(all.rows.filter(({ accountId }) => accountId === sandbox));
  });

  test('judges a text, and lists the policies of a principal', async () => {
    const document =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"bedrock:Converse","Resource":"*"}]}';
    const { findings } = await demo.api['access.lint']({ document, kind: 'identity' });
    expect(findings.map(({ check }) => check)).toContain('unknown-action');
    const policies = await demo.api['access.policies']({ principalArn: 'checkout-assistant' });
    expect(policies.map(({ policyId }) => policyId)).toContain(GUARDED);
  });
});
