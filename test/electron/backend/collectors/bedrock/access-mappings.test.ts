import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../../../electron/backend/aws/caller.ts';
import {
  saysNotMetered,
  toAgreementOffer,
} from '../../../../../electron/backend/collectors/bedrock/agreement-offers.ts';
import { offeredModels } from '../../../../../electron/backend/collectors/bedrock/each-model.ts';
import { toAvailability } from '../../../../../electron/backend/collectors/bedrock/model-availability.ts';
import { toUseCaseAccess } from '../../../../../electron/backend/collectors/bedrock/use-case-access.ts';
import type { DatasetReading, FoundationModel } from '../../../../../shared/model/dataset.ts';
import { foundationModel } from '../../../../shared/rules/builders.ts';

describe('availability', () => {
  it.each([
    [
      {
        modelId: undefined,
        agreementAvailability: undefined,
        authorizationStatus: undefined,
        entitlementAvailability: undefined,
        regionAvailability: undefined,
      },
      ['UNKNOWN', null, 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
    ],
    [
      {
        modelId: 'm',
        agreementAvailability: { status: 'ERROR' as const, errorMessage: 'no payment' },
        authorizationStatus: 'NOT_AUTHORIZED' as const,
        entitlementAvailability: 'NOT_AVAILABLE' as const,
        regionAvailability: 'AVAILABLE' as const,
      },
      ['ERROR', 'no payment', 'NOT_AUTHORIZED', 'NOT_AVAILABLE', 'AVAILABLE'],
    ],
  ])('%j', (answer, expected) => {
    expect(Object.values(toAvailability(answer))).toEqual(expected);
  });
});

describe('the models that are asked about', () => {
  it('each once, in the first Region that offers it; only those that can be called', () => {
    const models = offeredModels([
      reading('us-east-1', [model('a.one', ['ON_DEMAND']), model('a.one:48k', ['PROVISIONED'])]),
      reading('eu-west-1', [
        model('a.one', ['ON_DEMAND']),
        model('b.two', ['INFERENCE_PROFILE']),
        model('c.none', []),
      ]),
    ]);
    expect(models).toEqual([
      { modelId: 'a.one', region: 'us-east-1' },
      { modelId: 'b.two', region: 'eu-west-1' },
    ]);
  });
});

describe('agreement offers', () => {
  const row = { dimension: 'USE1_input_tokens_standard', price: '2.2' };

  it('keeps rows and duration, drops token, terms and support', () => {
    const offer = toAgreementOffer({
      offerId: 'offer-1',
      offerToken: 'secret',
      termDetails: {
        usageBasedPricingTerm: { rateCard: [{ ...row, description: 'In', unit: 'Units' }] },
        legalTerm: { url: 'https://signed' },
        supportTerm: { refundPolicyDescription: 'none' },
        validityTerm: { agreementDuration: 'P3Y' },
      },
    });
    expect(offer).toEqual({
      offerId: 'offer-1',
      rateCard: [{ ...row, description: 'In', unit: 'Units' }],
      agreementDuration: 'P3Y',
    });
  });

  it('an offer without anything', () => {
    expect(toAgreementOffer({ offerToken: 't', termDetails: undefined })).toEqual({
      offerId: null,
      rateCard: [],
      agreementDuration: null,
    });
  });

  it.each([
    ['dimension', { price: '1' }],
    ['price', { dimension: 'input_tokens_standard' }],
  ])('a row without %s is no price', (field, odd) => {
    const usageBasedPricingTerm = { rateCard: [odd] };
    const termDetails = { usageBasedPricingTerm, legalTerm: undefined, supportTerm: undefined };
    expect(() => toAgreementOffer({ offerToken: 't', termDetails })).toThrow(field);
  });

  it.each([
    [failure('Agreement not supported for this model'), true],
    [failure('Agreement is not supported for this model.'), true],
    [failure('The provided model identifier is invalid.'), false],
    [new Error('Agreement not supported for this model'), false],
  ])('%s: not metered is %s', (error, expected) => {
    expect(saysNotMetered(error)).toBe(expected);
  });
});

describe('the use case form', () => {
  const nothing = { companyName: null, industry: null };
  it.each([
    ['none', undefined, { submitted: false, ...nothing }],
    ['an empty one', '', { submitted: false, ...nothing }],
    ['no JSON', 'hello', { submitted: true, ...nothing }],
    ['JSON that is no object', '[1]', { submitted: true, ...nothing }],
    ['null', 'null', { submitted: true, ...nothing }],
    ['other members', '{"useCases":"for ada"}', { submitted: true, ...nothing }],
    ['odd members', '{"companyName":7,"industryOption":""}', { submitted: true, ...nothing }],
    [
      'the form of the console',
      '{"companyName":"Acme","industryOption":"Retail","useCases":"for ada"}',
      { submitted: true, companyName: 'Acme', industry: 'Retail' },
    ],
  ])('%s', (_name, text, expected) => {
    const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
    expect(toUseCaseAccess(bytes)).toEqual(expected);
  });
});

function failure(message: string): CallFailure {
  return new CallFailure({ status: 'failed', reason: message }, new Error(message));
}

function model(modelId: string, inferenceTypes: readonly string[]): FoundationModel {
  return { ...foundationModel({}, modelId), inferenceTypes };
}

function reading(
  region: string,
  items: readonly FoundationModel[],
): DatasetReading<'foundation-models'> {
  return {
    dataset: 'foundation-models',
    accountId: '1',
    region,
    outcome: { status: 'collected' },
    actions: [],
    readAt: '2026-11-20T00:00:00Z',
    calls: 1,
    items,
  };
}
