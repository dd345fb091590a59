import { expect, test } from 'vitest';
import { createCatalogue } from '../../../shared/access/catalogue/create-catalogue.ts';
import { compileAccess } from '../../../shared/access/compile/compile-access.ts';
import { OPEN_CONTEXT } from '../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../shared/access/world/create-world.ts';
import { requestOf } from '../../../shared/access/world/request-of.ts';
import type { DatasetReading, EffectiveAccess } from '../../../shared/model/dataset.ts';
import { noUnboundedModelAccess } from '../../../shared/rules/access/no-unbounded-model-access.ts';
import { effectiveAccessReadings } from '../../../shared/rules/effective-access.ts';
import {
  AT,
  AWS_OWN,
  allowing,
  controlPolicy,
  governed,
  identity,
  MANAGEMENT,
  MEMBER,
  people,
  refused,
} from '../access/world/readings.ts';
import { foundationModel, judge, reading, verdictOf } from './builders.ts';

const APP = identity('role', 'app', {
  inlinePolicies: [{ name: 'all', document: allowing('bedrock:*') }],
});
const MODELS = reading('foundation-models', [foundationModel()], { accountId: MEMBER });

function effectiveOf(
  readings: readonly DatasetReading[],
  used: EffectiveAccess['used'] = { read: true, value: [] },
): readonly DatasetReading<'effective-access'>[] {
  const world = createAccessWorld(readings);
  const catalogue = createCatalogue(readings);
  const compiled = compileAccess({
    world,
    catalogue,
    requestOf: (asked) => requestOf({ ...asked, world, choice: OPEN_CONTEXT, at: AT }),
  });
  const open = { open: compiled, unguarded: compiled, readings, at: AT };
  return effectiveAccessReadings({ ...open, usedBy: () => used });
}

test('a policy that was refused makes the finding name the permission and where to grant it', () => {
  const secret = controlPolicy('secret', ['Workloads'], {
    content: refused('organizations:DescribePolicy'),
  });
  const readings = effectiveOf([people([APP]), MODELS, ...governed([...AWS_OWN, secret])]);
  const findings = judge(noUnboundedModelAccess, readings);
  expect(verdictOf(findings)).toEqual([
    'unknown',
    'Whether app may call 1 model rests on policies that could not be read: organizations:DescribePolicy is denied.',
  ]);
  expect(findings[0]?.missing).toMatchObject([
    {
      dataset: 'organization-policies',
      accountId: MANAGEMENT,
      action: 'organizations:DescribePolicy',
    },
  ]);
});

test('a managed policy that the answer lacks is named, with nothing to grant', () => {
  const lost = identity('role', 'lost', {
    attachedPolicyArns: [`arn:aws:iam::${MEMBER}:policy/gone`],
  });
  const readings = effectiveOf([people([lost]), MODELS, ...governed()]);
  expect(readings[0]?.items[0]?.unread).toEqual([
    {
      dataset: 'account-authorization',
      accountId: MEMBER,
      outcome: {
        status: 'failed',
        reason: 'iam:GetAccountAuthorizationDetails did not answer with the document.',
      },
    },
  ]);
  const [finding] = judge(noUnboundedModelAccess, readings);
  expect([finding?.status, finding?.missing[0]?.action]).toEqual(['unknown', null]);
});

test('where everything was read nothing is missing', () => {
  const [effective] = effectiveOf([people([APP]), MODELS, ...governed()]);
  expect(effective?.items[0]).toMatchObject({ unread: [], allowed: [expect.any(String)] });
});
