import { describe, expect, test } from 'vitest';
import { leastPrivilege } from '../../../../shared/access/least-privilege/least-privilege.ts';
import type { ObservedCall } from '../../../../shared/access/least-privilege/observed-call.ts';
import { ACCOUNT, callOver, catalogueOf, MODELS, modelArn, routeOf } from './random-routes.ts';

const [NOVA = ''] = MODELS;
const EAST = { region: 'us-east-1', model: NOVA, name: 'a1' };
const DIRECT = routeOf({ ...EAST, kind: 'direct' });
const PROFILE = routeOf({ ...EAST, kind: 'us' });
const GLOBAL = routeOf({ ...EAST, kind: 'global' });
const MANTLE = routeOf({ ...EAST, kind: 'mantle' });
const ROUTES = [DIRECT, PROFILE, GLOBAL, MANTLE];
const GUARDRAIL = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/abc`;
const PROFILE_ARN = `arn:aws:bedrock:us-east-1:${ACCOUNT}:inference-profile/us.${NOVA}`;

function policyFor(observed: readonly ObservedCall[], guardrail: string | null = null) {
  const principal = { accountId: ACCOUNT, name: 'team/bob' };
  const made = leastPrivilege({ observed, catalogue: catalogueOf(ROUTES), principal, guardrail });
  return { ...made, statements: JSON.parse(made.json).Statement };
}

describe('what a policy says', () => {
  test('a model that is called directly: one action on one ARN', () => {
    expect(policyFor([callOver(DIRECT)]).statements).toEqual([
      {
        Sid: 'CallModels1',
        Effect: 'Allow',
        Action: ['bedrock:InvokeModel'],
        Resource: [modelArn('us-east-1', NOVA)],
      },
    ]);
  });

  test('a profile: itself, and the model in every Region through it alone; streaming where seen', () => {
    expect(policyFor([callOver(PROFILE, { operation: 'stream' })]).statements).toEqual([
      {
        Sid: 'CallModels1',
        Effect: 'Allow',
        Action: ['bedrock:InvokeModelWithResponseStream'],
        Resource: [PROFILE_ARN],
      },
      {
        Sid: 'CallModels2',
        Effect: 'Allow',
        Action: ['bedrock:InvokeModelWithResponseStream'],
        Resource: [modelArn('us-east-1', NOVA), modelArn('us-west-2', NOVA)],
        Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [PROFILE_ARN] } },
      },
    ]);
  });

  test('a global profile: the model without a Region too', () => {
    expect(policyFor([callOver(GLOBAL)]).statements[1].Resource).toContain(modelArn('', NOVA));
  });

  test('mantle: its own action, the model by its key', () => {
    expect(policyFor([callOver(MANTLE, { bearerToken: true })]).statements).toEqual([
      {
        Sid: 'CallModels1',
        Effect: 'Allow',
        Action: ['bedrock-mantle:CreateInference'],
        Resource: [`arn:aws:bedrock-mantle:us-east-1:${ACCOUNT}:project/a1`],
        Condition: { StringEquals: { 'bedrock-mantle:Model': [NOVA] } },
      },
      {
        Sid: 'UseApiKeys',
        Effect: 'Allow',
        Action: ['bedrock-mantle:CallWithBearerToken'],
        Resource: ['*'],
      },
    ]);
  });
});

describe('guardrails', () => {
  const guarded = callOver(DIRECT, { guardrail: `${GUARDRAIL}:3` });

  test('the one that every call carried is forced, in the versions that were seen', () => {
    const { statements, proof } = policyFor([guarded]);
    expect(statements).toEqual([
      expect.objectContaining({
        Condition: { ArnLike: { 'bedrock:GuardrailIdentifier': [`${GUARDRAIL}:3`] } },
      }),
      {
        Sid: 'ApplyGuardrails',
        Effect: 'Allow',
        Action: ['bedrock:ApplyGuardrail'],
        Resource: [GUARDRAIL],
      },
    ]);
    expect(proof.notAllowed).toEqual([]);
  });

  test.each(['none', 'unknown'])('where one call carried %s, none is forced', (guardrail) => {
    const { statements } = policyFor([guarded, callOver(PROFILE, { guardrail })]);
    expect(statements[0].Condition).toBeUndefined();
    expect(statements.at(-1).Sid).toBe('ApplyGuardrails');
  });

  test('a version that the record does not tell is no draft: none is forced, and a note says so', () => {
    const call = callOver(DIRECT, { guardrail: 'unknown', unversioned: GUARDRAIL });
    const { statements, proof, notes } = policyFor([call]);
    expect(statements[0].Condition).toBeUndefined();
    expect(statements[1]).toMatchObject({ Sid: 'ApplyGuardrails', Resource: [GUARDRAIL] });
    expect(proof.notAllowed).toEqual([]);
    expect(notes).toContainEqual(
      `The logs do not tell in which version calls carried ${GUARDRAIL}, so that no guardrail is forced there: name one with --guardrail.`,
    );
    const asked = policyFor([call], GUARDRAIL);
    expect(asked.proof.notAllowed).toEqual([]);
    expect(asked.notes.join(' ')).not.toContain('in which version');
    expect(policyFor([call], `${GUARDRAIL}x`).proof.notAllowed).toEqual([
      `${NOVA} in us-east-1, whole with ${GUARDRAIL}`,
    ]);
  });

  test('one that the account puts on a call may be applied', () => {
    const { statements, notes } = policyFor([callOver(DIRECT, { enforced: [GUARDRAIL] })]);
    expect(statements[0].Condition).toBeUndefined();
    expect(statements[1]).toMatchObject({
      Action: ['bedrock:ApplyGuardrail'],
      Resource: [GUARDRAIL],
    });
    expect(notes.join(' ')).toContain(`${GUARDRAIL} is put on calls by the account`);
  });

  test('one that is asked for is forced in any version, and the calls without it are told', () => {
    const { statements, proof, notes } = policyFor(
      [guarded, callOver(PROFILE), callOver(MANTLE)],
      GUARDRAIL,
    );
    expect(statements[0].Condition.ArnLike['bedrock:GuardrailIdentifier']).toEqual([
      GUARDRAIL,
      `${GUARDRAIL}:*`,
    ]);
    expect(proof.notAllowed).toEqual([`us.${NOVA} in us-east-1, whole`]);
    expect(notes.join(' ')).toContain('no condition key for guardrails');
  });
});

describe('the proof', () => {
  test('counts calls, kinds and routes', () => {
    const observed = [callOver(DIRECT, { calls: 7 }), callOver(PROFILE, { calls: 5 })];
    expect(policyFor(observed).proof).toEqual({
      observedCalls: 12,
      observedKinds: 2,
      notAllowed: [],
      catalogueRoutes: 4,
      deniedRoutes: 2,
      alsoAllowed: [],
    });
  });

  test('names ways that are open all the same', () => {
    const twin = { ...PROFILE, id: 'twin', called: 'us.twin' };
    const { proof } = leastPrivilege({
      observed: [callOver(PROFILE)],
      catalogue: catalogueOf([...ROUTES, twin]),
      principal: { accountId: ACCOUNT, name: 'bob' },
      guardrail: null,
    });
    expect(proof.alsoAllowed).toEqual([
      expect.stringMatching(/^us\.twin in us-east-1 with bedrock:InvokeModel: every resource/),
    ]);
    expect(proof.deniedRoutes).toBe(3);
  });
});

describe('what the catalogue does not have', () => {
  test('gets the resources that its id tells, and a note', () => {
    const call = callOver(PROFILE, { called: 'eu.meta.old-v1:0', destinations: ['eu-west-3'] });
    const { statements, notes, proof } = policyFor([{ ...call, region: 'eu-west-1' }]);
    const arn = `arn:aws:bedrock:eu-west-1:${ACCOUNT}:inference-profile/eu.meta.old-v1:0`;
    expect(statements[0].Resource).toEqual([arn]);
    expect(statements[1].Resource).toEqual([
      modelArn('eu-west-1', 'meta.old-v1:0'),
      modelArn('eu-west-3', 'meta.old-v1:0'),
    ]);
    expect(notes.join(' ')).toContain(
      'No route of the catalogue leads to eu.meta.old-v1:0 over bedrock-runtime in eu-west-1:',
    );
    expect(proof.notAllowed).toEqual([]);
  });

  test('names the endpoint that has no such model', () => {
    const { notes } = policyFor([callOver(MANTLE, { called: 'openai.gpt-oss-120b-1:0' })]);
    expect(notes.join(' ')).toContain(
      'leads to openai.gpt-oss-120b-1:0 over bedrock-mantle in us-east-1:',
    );
  });

  test.each(['*', 'arn:aws:bedrock:us-east-1::foundation-model/*', `\${x}`, 'a"b', ''])(
    'a record with the id %s grants nothing and is told',
    (called) => {
      const { statements, proof } = policyFor([callOver(DIRECT), callOver(DIRECT, { called })]);
      expect(statements).toHaveLength(1);
      expect(statements[0].Resource).toEqual([modelArn('us-east-1', NOVA)]);
      expect(proof.notAllowed).toHaveLength(1);
      expect(proof.observedKinds).toBe(2);
    },
  );

  test('without calls there is nothing to allow', () => {
    const { statements, notes, proof } = policyFor([]);
    expect(statements).toEqual([]);
    expect(notes[0]).toContain('No call was seen');
    expect(proof.deniedRoutes).toBe(4);
  });
});

test('the name is one that IAM takes', () => {
  expect(policyFor([callOver(DIRECT)]).terraform).toContain('name   = "team-bob-bedrock"');
});
