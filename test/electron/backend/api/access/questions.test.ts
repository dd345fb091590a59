import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallGate } from '../../../../../shared/access/catalogue/call-gate.ts';
import { shutness } from '../../../../../shared/access/decision-word.ts';
import {
  type AccessDemo,
  ASKED,
  accessDemo,
  letterOf,
  naively,
  principalOf,
} from './access-demo.ts';

const SONNET = 'anthropic.claude-sonnet-4-6';
const WORDS = { A: 'allowed', C: 'conditional', U: 'unknown', D: 'denied' } as const;

let demo: AccessDemo;
beforeAll(async () => {
  demo = await accessDemo();
}, 400_000);
afterAll(() => demo?.close());

/** The decision of each principal on a model, by `decide`; `-` where its account has no way. */
function letters(modelId: string): readonly (readonly [string, string])[] {
  const { principals } = demo.base.world;
  return principals.map((one) => [one.arn, letterOf(demo.base, one, modelId)] as const);
}

describe('who can', () => {
  test('is everybody whom no policy denies, the most open first', async () => {
    const answer = await demo.api['access.who-can']({ ...ASKED, modelId: SONNET });
    const expected = letters(SONNET);
    const open = expected.filter(([, letter]) => 'ACU'.includes(letter));
    expect(new Map(answer.rows.map((row) => [row.principalArn, row.decision]))).toEqual(
      new Map(open.map(([arn, letter]) => [arn, WORDS[letter as 'A']])),
    );
    expect(answer.denied).toBe(expected.filter(([, letter]) => letter === 'D').length);
    const order = answer.rows.map(({ decision }) => shutness(decision));
    expect(order).toEqual([...order].sort());
    expect(answer.rows.filter(({ reason, ways }) => reason === '' || ways.length === 0)).toEqual(
      [],
    );
  }, 60_000);

  test('finds a model by label, profile and ARN', async () => {
    const asked = (modelId: string) => demo.api['access.who-can']({ ...ASKED, modelId });
    const names = ['Claude Sonnet 4.6', `us.${SONNET}`, `global.${SONNET}`, APPLICATION];
    const found = await Promise.all(names.map(asked));
    expect(found.map(({ modelId }) => modelId)).toEqual(names.map(() => SONNET));
  });

  test.each([
    ['claude-sonnet', /No model that was read is 'claude-sonnet'\. It may be .*claude-sonnet-4-6/],
    ['gpt-9', /No model that was read is 'gpt-9'\. `assay prices`/],
  ])('%s is no model', async (modelId, message) => {
    const asked = demo.api['access.who-can']({ ...ASKED, modelId });
    await expect(asked).rejects.toMatchObject({ code: 'not-found', message });
  });
});

describe('what can', () => {
  test('is every model that no policy denies', async () => {
    const principal = principalOf(demo.base, 'docs-assistant');
    const answer = await demo.api['access.what-can']({ ...ASKED, principalArn: principal.arn });
    const expected = demo.base.catalogue.models.map(
      ({ modelId }) => [modelId, letterOf(demo.base, principal, modelId)] as const,
    );
    expect(new Set(answer.rows.map(({ modelId }) => modelId))).toEqual(
      new Set(expected.filter(([, letter]) => 'ACU'.includes(letter)).map(([id]) => id)),
    );
    expect(answer.denied).toBe(expected.filter(([, letter]) => letter === 'D').length);
    const scps = answer.policies.filter(({ type }) => type === 'scp').map(({ name }) => name);
    expect(scps).toContain('region-guard');
  });

  test.each([
    ['SupportAnalyst', 'SupportAnalyst (SSO)'],
    ['arn:aws:sts::555566667777:assumed-role/support-chat/i-1', 'support-chat'],
  ])('finds a principal as %s', async (principalArn, name) => {
    expect(await demo.api['access.what-can']({ ...ASKED, principalArn })).toMatchObject({ name });
  });

  test.each([
    ['AssayReader', /^\d principals are called 'AssayReader': arn:aws.*by its ARN\./],
    ['docs-assist', /No user or role is 'docs-assist'\. It may be arn:aws.*docs-assistant\./],
    ['nobody-at-all', /No user or role is 'nobody-at-all'\. Name one by its ARN/],
  ])('%s is not one principal', async (principalArn, message) => {
    const asked = demo.api['access.what-can']({ ...ASKED, principalArn });
    await expect(asked).rejects.toMatchObject({ code: 'not-found', message });
  });
});

describe('an explanation', () => {
  test('has every way with its decision, and the SCP that breaks the profile', async () => {
    const principal = principalOf(demo.base, 'docs-assistant');
    const answer = await demo.api['access.explain']({
      ...ASKED,
      principalArn: principal.arn,
      modelId: SONNET,
      region: 'us-east-1',
    });
    const routes = demo.base.catalogue
      .routesIn(principal.accountId)
      .filter(({ modelId, region }) => modelId === SONNET && region === 'us-east-1');
    expect(new Map(answer.routes.map(({ id, decision }) => [id, decision]))).toEqual(
      new Map(
        routes.map((route) => [
          route.id,
          naively(demo.base, principal, { route, operation: 'invoke' }),
        ]),
      ),
    );
    const broken = answer.routes.find(({ called }) => called === `us.${SONNET}`);
    expect(broken?.decision).toBe('denied');
    expect(broken?.reason).toContain('region-guard');
    const denying = broken?.parts.filter(({ decision }) => decision === 'denied');
    expect(denying?.map(({ requestedRegion }) => requestedRegion)).toEqual(['us-east-2']);
    expect(answer.use.calls).toBe(0);
  });

  test('has the gates of every Region with a way, and says what a closed guardrail does', async () => {
    const principal = principalOf(demo.base, 'docs-assistant');
    const asked = { ...ASKED, principalArn: principal.arn, modelId: 'amazon.nova-pro-v1:0' };
    const all = await demo.api['access.explain'](asked);
    const regions = [...new Set(all.routes.map(({ region }) => region))].sort();
    expect(regions.length).toBeGreaterThan(1);
    const key = ({ gate, state, sentence }: CallGate) => `${gate} ${state} ${sentence}`;
    expect(new Set(all.gates.map(key)).size).toBe(all.gates.length);
    for (const region of regions) {
      const here = await demo.api['access.explain']({ ...asked, region });
      const expected = all.gates.filter(
        (one) => one.region === 'all Regions' || one.region.split(', ').includes(region),
      );
      expect(here.gates.length).toBeGreaterThan(0);
      expect(here.gates.map(key).sort()).toEqual(expected.map(key).sort());
    }
    const shut = all.gates.find(({ gate, state }) => gate === 'guardrail' && state === 'closed');
    const [region = ''] = (shut?.region ?? '').split(', ');
    const cell = await demo.api['access.explain']({ ...asked, region });
    const seen = demo.base.use
      .rowsOf(principal.arn)
      .filter((row) => row.modelId === asked.modelId && row.region === region)
      .reduce((sum, { calls }) => sum + calls, 0);
    expect(seen).toBeGreaterThan(0);
    expect(cell.decision).toBe('allowed');
    expect(cell.sentence).toMatch(/^Allowed by IAM, should fail at the guardrail that is enforced/);
    expect(cell.sentence).toContain(`yet ${seen} calls succeeded since`);
  }, 60_000);

  test('says with which guardrails it holds', async () => {
    const { arn, accountId } = principalOf(demo.base, 'checkout-assistant');
    const asked = { ...ASKED, principalArn: arn, modelId: 'anthropic.claude-sonnet-5-5' };
    const { guardrails } = await demo.api['access.explain']({ ...asked, region: 'us-east-1' });
    expect(guardrails.map(({ use, decision }) => [use, decision])).toEqual([
      ['without', 'denied'],
      ['version', 'allowed'],
      ['draft', 'allowed'],
      ['other', 'allowed'],
    ]);
    const [, version, draft] = guardrails;
    expect(
      demo.world
        .guardrails(accountId, 'us-east-1')
        .flat()
        .map(({ guardrailArn }) => guardrailArn),
    ).toContain(draft?.guardrail);
    expect(version?.guardrail).toMatch(
      /^arn:aws:bedrock:us-east-1:222233334444:guardrail\/\w+:\d+$/,
    );
  });

  test('asks about guardrails where no version is published, and about no call over mantle', async () => {
    const evaluations = principalOf(demo.base, 'eval-harness').arn;
    const asked = { ...ASKED, principalArn: evaluations, modelId: 'openai.gpt-oss-120b-1:0' };
    const { routes, guardrails } = await demo.api['access.explain'](asked);
    expect(routes.some(({ kind }) => kind === 'mantle')).toBe(true);
    expect(guardrails.map(({ decision }) => decision)).not.toContain('denied');
    const nowhere = await demo.api['access.explain']({ ...asked, region: 'eu-west-1' });
    const offered = demo.base.catalogue
      .routesIn('333344445555')
      .filter(({ modelId, region }) => modelId === asked.modelId && region === 'eu-west-1');
    expect(nowhere.routes).toHaveLength(offered.length);
    expect(nowhere.guardrails.length > 0).toBe(
      offered.some(({ plane }) => plane === 'bedrock-runtime'),
    );
  });

  test('of a model that the account has no way to call says so', async () => {
    const answer = await demo.api['access.explain']({
      ...ASKED,
      principalArn: 'support-chat',
      modelId: 'xai.grok-4.3',
      region: 'eu-west-1',
    });
    expect(answer).toMatchObject({ decision: 'denied', routes: [], gates: [], guardrails: [] });
    expect(answer.sentence).toContain('has no way to call Grok 4.3: eu-west-1');
  });
});

describe('a preflight', () => {
  test('judges one call', async () => {
    const asked = { ...ASKED, principalArn: 'docs-assistant', region: 'us-east-1' };
    const denied = await demo.api['access.preflight']({ ...asked, called: `us.${SONNET}` });
    expect(denied).toMatchObject({ decision: 'denied', label: 'Claude Sonnet 4.6' });
    expect(denied.sentence).toContain('region-guard');
    const direct = { ...asked, called: 'amazon.nova-pro-v1:0' };
    expect(await demo.api['access.preflight'](direct)).toMatchObject({ decision: 'allowed' });
  });

  test('over mantle, where only mantle knows the id', async () => {
    const asked = { ...ASKED, principalArn: 'eval-harness', region: 'us-east-1' };
    const answer = await demo.api['access.preflight']({ ...asked, called: 'openai.gpt-oss-120b' });
    expect(answer).toMatchObject({ decision: 'allowed', route: { kind: 'mantle' } });
  });

  test('of what cannot be called says what can', async () => {
    const asked = demo.api['access.preflight']({
      ...ASKED,
      principalArn: 'docs-assistant',
      region: 'us-east-1',
      called: SONNET,
    });
    await expect(asked).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(`us.${SONNET}`),
    });
  });
});

const APPLICATION = 'anthropic.claude-sonnet-4-6';
