import { describe, expect, test } from 'vitest';
import {
  applicationProfile,
  foundationArn,
  foundationModel,
  reading,
} from '../catalogue/offered.ts';
import { denied, MANAGEMENT, MEMBER } from '../world/readings.ts';
import { ANYTHING, answered, OFFERED, preflightOf, SONNET, US_SONNET, userWith } from './asking.ts';

const ANA = userWith(ANYTHING);
const PLACE = `account ${MEMBER} in us-east-1`;
const OWN = applicationProfile('abc123', US_SONNET.modelArns);

describe('what is put into modelId', () => {
  test.each([
    ['a model id', 'amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0'],
    ['the ARN of a model', foundationArn('amazon.nova-pro-v1:0'), 'amazon.nova-pro-v1:0'],
    ['a profile id', US_SONNET.profileId, US_SONNET.profileId],
    ['the ARN of a profile', US_SONNET.profileArn, US_SONNET.profileId],
    ['the ARN of an application profile', OWN.profileArn, OWN.profileArn],
  ])('%s is found', (_, called, found) => {
    const outcome = preflightOf([...OFFERED, reading('inference-profiles', [OWN]), ANA], {
      called,
    });
    expect(outcome.found && outcome.judged.route.called).toBe(found);
  });

  test('the same id means another thing on each plane', () => {
    const called = 'anthropic.claude-opus-4-8';
    const kinds = (['bedrock-runtime', 'bedrock-mantle'] as const).map((plane) => {
      const outcome = preflightOf([...OFFERED, ANA], { called, plane });
      return outcome.found ? outcome.judged.route.kind : null;
    });
    expect(kinds).toEqual(['foundation-model', 'mantle']);
  });
});

describe('what cannot be called says what is known', () => {
  test.each([
    [
      'a model that profiles alone reach',
      SONNET,
      `${SONNET} is not called by that name from ${PLACE}; call Claude Sonnet 5.5 through us.${SONNET} and global.${SONNET}.`,
    ],
    [
      'a profile of another geography',
      `eu.${SONNET}`,
      `eu.${SONNET} is not called by that name from ${PLACE}; call Claude Sonnet 5.5 through us.${SONNET} and global.${SONNET}.`,
    ],
    [
      'an ARN of another Region',
      foundationArn('amazon.nova-pro-v1:0', 'us-west-2'),
      `${foundationArn('amazon.nova-pro-v1:0', 'us-west-2')} lies in us-west-2; call it from there, not from us-east-1.`,
    ],
  ])('%s', (_, called, sentence) => {
    expect(answered(preflightOf([...OFFERED, ANA], { called }))).toEqual(['not found', sentence]);
  });

  test("another account's resource", () => {
    const called = `arn:aws:bedrock:us-east-1:${MANAGEMENT}:provisioned-model/cap0`;
    const [, sentence] = answered(preflightOf([...OFFERED, ANA], { called }));
    expect(sentence).toContain(`belongs to account ${MANAGEMENT}`);
  });

  test('a model that another Region offers', () => {
    const readings = [
      ...OFFERED,
      reading('foundation-models', [foundationModel('acme.text')], { region: 'us-west-2' }),
      ANA,
    ];
    expect(answered(preflightOf(readings, { called: 'acme.text' }))).toEqual([
      'not found',
      `Nothing is called acme.text for ${PLACE}; the account can call it from us-west-2.`,
    ]);
  });

  test('what was not read may be there', () => {
    const outcome = denied('bedrock:ListImportedModels');
    const everything = [
      'prompt-routers',
      'provisioned-throughputs',
      'custom-model-deployments',
      'marketplace-endpoints',
    ] as const;
    const rest = everything.map((dataset) => reading(dataset, []));
    const refused = reading('imported-models', [], { outcome });
    const found = preflightOf([...OFFERED, ...rest, refused, ANA], { called: 'acme.text' });
    expect(answered(found)).toEqual([
      'not found',
      `Whether acme.text can be called by ${PLACE} is not known: Which imported models can be called there is not known. Grant bedrock:ListImportedModels and scan again.`,
    ]);
    expect(found.found || found.gaps.length).toBe(1);
    const read = [...OFFERED, ...rest, reading('imported-models', []), ANA];
    expect(answered(preflightOf(read, { called: 'acme.text' }))).toEqual([
      'not found',
      `Nothing that was read can be called acme.text by ${PLACE}.`,
    ]);
  });
});
