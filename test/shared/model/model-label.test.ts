import { describe, expect, test } from 'vitest';
import { providerLabel } from '../../../shared/model/model-catalogue.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { principalLabel } from '../../../shared/model/principal.ts';

describe('modelLabel', () => {
  test.each([
    ['anthropic.claude-opus-5-5', 'Claude Opus 5.5'],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2'],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0', 'Nova Pro'],
    ['anthropic.claude-opus-7-2-20280101-v1:0', 'Claude Opus 7.2'],
    ['ozone.tasman-large-v1:0', 'Tasman Large'],
    ['a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
    ['arn:aws:bedrock:us-east-1:111122223333:imported-model/im123', 'im123'],
  ])('%s is called %s', (id, label) => expect(modelLabel(id)).toBe(label));
});

test.each([
  ['anthropic', 'Anthropic'],
  ['zai', 'Z.AI'],
  ['ozone', 'Ozone'],
  ['unknown', 'Unknown provider'],
])('the provider %s is called %s', (id, label) => expect(providerLabel(id)).toBe(label));

test.each([
  ['arn:aws:iam::111122223333:role/service/batch-etl', 'batch-etl'],
  ['arn:aws:iam::111122223333:user/ada', 'ada'],
  ['arn:aws:iam::111122223333:root', 'Root user'],
  ['not an arn', 'not an arn'],
])('the principal %s is called %s', (arn, label) => expect(principalLabel(arn)).toBe(label));
