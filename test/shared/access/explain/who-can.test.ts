import { describe, expect, test } from 'vitest';
import { explainCell } from '../../../../shared/access/explain/explain-cell.ts';
import { explainRoute } from '../../../../shared/access/explain/explain-route.ts';
import { reasonFor, whatCan, whoCan } from '../../../../shared/access/explain/who-can.ts';
import {
  type AccessPrincipal,
  type AccessWorld,
  OPEN_CONTEXT,
} from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import { AT, allowing, document, governed, identity, OUTSIDER, people } from '../world/readings.ts';
import { CATALOGUE, modelArn, NOVA, SONNET } from './routes.ts';

const INVOKE = { Effect: 'Allow', Action: 'bedrock:InvokeModel' };
const EAST = { region: 'us-east-1', plane: 'bedrock-runtime' };

function questionOf(world: AccessWorld) {
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  return { world, principal, operation: 'invoke', choice: OPEN_CONTEXT, at: AT } as const;
}

describe('who can, and what can', () => {
  const world = createAccessWorld([
    people([
      ...['s3:*', 'bedrock:*'].map((action) =>
        identity('user', action.slice(0, 2), {
          inlinePolicies: [{ name: 'own', document: allowing(action) }],
        }),
      ),
      identity('user', 'mfa', {
        inlinePolicies: [
          {
            name: 'own',
            document: document({
              ...INVOKE,
              Resource: modelArn('*', SONNET),
              Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
            }),
          },
        ],
      }),
    ]),
    people([identity('user', 'far')], [], OUTSIDER),
    ...governed(),
  ]);
  const question = { ...questionOf(world), region: null, catalogue: CATALOGUE };
  const decide: Parameters<typeof whoCan>[0]['decide'] = (principal) => (route) =>
    explainRoute({ ...question, principal }, route).decision;

  test('who can: the open ones by how open they are, with their ways; others are counted', () => {
    const decideModel = (principal: AccessPrincipal) =>
      explainCell({ ...question, principal, modelId: SONNET })?.decision ?? null;
    const found = whoCan({ ...question, modelId: SONNET, decide, decideModel });
    expect(
      found.rows.map(({ principal, decision, ways }) => [
        principal.name,
        decision,
        ways().map(({ route: _route, ...way }) => way),
      ]),
    ).toEqual([
      [
        'be',
        'allowed',
        [
          { called: SONNET, ...EAST, decision: 'allowed' },
          { called: `us.${SONNET}`, ...EAST, decision: 'allowed' },
        ],
      ],
      ['mfa', 'conditional', [{ called: SONNET, ...EAST, decision: 'conditional' }]],
    ]);
    expect(found).toMatchObject({ denied: 1, notOffered: 1 });
    const [, mfa] = found.rows;
    if (mfa === undefined) throw new Error('nobody');
    expect(reasonFor({ ...question, principal: mfa.principal }, mfa.ways())).toBe(
      'allowed only with multi-factor authentication, by policy own (inline), statement 0.',
    );
  });

  test('what can: the open models, the denied and those without a way', () => {
    const principal = world.principals.find(({ name }) => name === 'mfa');
    if (principal === undefined) throw new Error('nobody');
    const found = whatCan({ ...question, principal, decide });
    expect(found.rows.map(({ model, decision }) => [model.modelId, decision])).toEqual([
      [SONNET, 'conditional'],
    ]);
    expect(found).toMatchObject({ denied: 1, notOffered: 1 });
    const nobody = whatCan({ ...question, principal, region: 'eu-west-1', decide });
    expect(nobody).toEqual({ rows: [], denied: 0, notOffered: 3 });
    expect(NOVA).toBe(CATALOGUE.models[0]?.modelId);
  });
});
