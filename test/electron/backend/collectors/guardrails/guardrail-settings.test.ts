import type { GetGuardrailResponse } from '@aws-sdk/client-bedrock';
import { describe, expect, it } from 'vitest';
import { toGuardrailSettings } from '../../../../../electron/backend/collectors/guardrails/guardrail-settings.ts';
import { toGuardrailVersion } from '../../../../../electron/backend/collectors/guardrails/guardrails.ts';
import type { GuardrailSettings } from '../../../../../shared/model/dataset.ts';

const BARE: GetGuardrailResponse = {
  name: 'old',
  guardrailId: 'g',
  guardrailArn: 'arn:g',
  version: 'DRAFT',
  status: 'READY',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  updatedAt: new Date('2026-01-02T03:04:05Z'),
  blockedInputMessaging: '',
  blockedOutputsMessaging: '',
};
const NOTHING: GuardrailSettings = {
  description: null,
  contentPolicy: null,
  topicPolicy: null,
  wordPolicy: null,
  sensitiveInformationPolicy: null,
  groundingFilters: [],
  automatedReasoningPolicy: null,
  statusReasons: [],
  failureRecommendations: [],
  kmsKeyArn: null,
};
const BLOCKS = {
  inputAction: 'BLOCK',
  outputAction: 'BLOCK',
  inputEnabled: true,
  outputEnabled: true,
};
const MASKS = { ...BLOCKS, inputAction: 'ANONYMIZE', outputAction: 'ANONYMIZE' };
const TEXT = { inputModalities: ['TEXT'], outputModalities: ['TEXT'] };

const cases: readonly {
  readonly name: string;
  readonly answer: Partial<GetGuardrailResponse>;
  readonly expected: Partial<GuardrailSettings>;
}[] = [
  { name: 'nothing at all', answer: {}, expected: {} },
  {
    name: 'a filter from before directions, modalities and tiers',
    answer: {
      contentPolicy: {
        filters: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'LOW' }],
      },
    },
    expected: {
      contentPolicy: {
        tier: 'CLASSIC',
        filters: [
          { type: 'HATE', inputStrength: 'HIGH', outputStrength: 'LOW', ...TEXT, ...BLOCKS },
        ],
      },
    },
  },
  {
    name: 'a filter that only detects, of one direction, in the standard tier',
    answer: {
      contentPolicy: {
        tier: { tierName: 'STANDARD' },
        filters: [
          {
            type: 'VIOLENCE',
            inputStrength: 'LOW',
            outputStrength: 'NONE',
            inputModalities: ['TEXT', 'IMAGE'],
            outputModalities: ['IMAGE'],
            inputAction: 'NONE',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: false,
          },
        ],
      },
    },
    expected: {
      contentPolicy: {
        tier: 'STANDARD',
        filters: [
          {
            type: 'VIOLENCE',
            inputStrength: 'LOW',
            outputStrength: 'NONE',
            inputModalities: ['TEXT', 'IMAGE'],
            outputModalities: ['IMAGE'],
            ...BLOCKS,
            inputAction: 'NONE',
            outputEnabled: false,
          },
        ],
      },
    },
  },
  {
    name: 'a policy without filters is a policy',
    answer: { contentPolicy: {} },
    expected: { contentPolicy: { tier: 'CLASSIC', filters: [] } },
  },
  {
    name: 'topics with their definition, without their examples',
    answer: {
      topicPolicy: { topics: [{ name: 'Tax', definition: 'Tax advice.', examples: ['Can I?'] }] },
    },
    expected: {
      topicPolicy: {
        tier: 'CLASSIC',
        topics: [{ name: 'Tax', definition: 'Tax advice.', type: 'DENY', ...BLOCKS }],
      },
    },
  },
  {
    name: 'words and lists',
    answer: {
      wordPolicy: {
        words: [{ text: 'halibut', inputEnabled: false }],
        managedWordLists: [{ type: 'PROFANITY', outputAction: 'NONE' }],
      },
    },
    expected: {
      wordPolicy: {
        words: [{ text: 'halibut', ...BLOCKS, inputEnabled: false }],
        managedLists: [{ type: 'PROFANITY', ...BLOCKS, outputAction: 'NONE' }],
      },
    },
  },
  {
    name: 'personal data whose action holds in both directions, or differs in one',
    answer: {
      sensitiveInformationPolicy: {
        piiEntities: [
          { type: 'EMAIL', action: 'ANONYMIZE' },
          { type: 'NAME', action: 'ANONYMIZE', inputAction: 'NONE', outputEnabled: false },
        ],
        regexes: [{ name: 'order', pattern: '\\d{8}', action: 'ANONYMIZE' }],
      },
    },
    expected: {
      sensitiveInformationPolicy: {
        piiEntities: [
          { type: 'EMAIL', action: 'ANONYMIZE', ...MASKS },
          {
            type: 'NAME',
            action: 'ANONYMIZE',
            ...MASKS,
            inputAction: 'NONE',
            outputEnabled: false,
          },
        ],
        regexes: [{ name: 'order', pattern: '\\d{8}', action: 'ANONYMIZE', ...MASKS }],
      },
    },
  },
  {
    name: 'grounding, a threshold of zero included',
    answer: {
      contextualGroundingPolicy: {
        filters: [
          { type: 'GROUNDING', threshold: 0 },
          { type: 'RELEVANCE', threshold: 0.7, action: 'NONE', enabled: false },
        ],
      },
    },
    expected: {
      groundingFilters: [
        { type: 'GROUNDING', threshold: 0, action: 'BLOCK', enabled: true },
        { type: 'RELEVANCE', threshold: 0.7, action: 'NONE', enabled: false },
      ],
    },
  },
  {
    name: 'automated reasoning without confidence, key, failure',
    answer: {
      automatedReasoningPolicy: { policies: ['arn:p:1'] },
      kmsKeyArn: 'arn:k',
      statusReasons: ['no'],
      failureRecommendations: ['try again'],
    },
    expected: {
      automatedReasoningPolicy: { policyArns: ['arn:p:1'], confidenceThreshold: null },
      kmsKeyArn: 'arn:k',
      statusReasons: ['no'],
      failureRecommendations: ['try again'],
    },
  },
];

describe('what a version does', () => {
  it.each(cases)('$name', ({ answer, expected }) => {
    expect(toGuardrailSettings({ ...BARE, ...answer })).toEqual({ ...NOTHING, ...expected });
  });

  it.each([
    ['a filter without type', { contentPolicy: { filters: [{}] } }, /contentPolicy\.filters\.type/],
    ['a topic without name', { topicPolicy: { topics: [{}] } }, /topicPolicy\.topics\.name/],
    [
      'grounding without threshold',
      { contextualGroundingPolicy: { filters: [{ type: 'GROUNDING' }] } },
      /threshold/,
    ],
  ])('refuses %s', (_name, answer, message) => {
    expect(() => toGuardrailSettings(Object.assign({ ...BARE }, answer))).toThrow(message);
  });
});

describe('a version as it is listed', () => {
  const unread = { read: false, outcome: { status: 'failed', reason: 'x' } } as const;
  const parts = { settings: unread, tags: unread };
  const summary = {
    id: 'g',
    arn: 'arn:g',
    status: undefined,
    name: undefined,
    version: '2',
    createdAt: undefined,
    updatedAt: new Date('2026-01-02T03:04:05Z'),
  };

  it('is kept without what AWS left out', () => {
    expect(toGuardrailVersion(summary, parts)).toEqual({
      guardrailId: 'g',
      guardrailArn: 'arn:g',
      name: '',
      version: '2',
      status: 'UNKNOWN',
      crossRegionProfile: null,
      createdAt: null,
      updatedAt: '2026-01-02T03:04:05Z',
      ...parts,
    });
  });

  it('names the profile of other Regions', () => {
    const crossRegionDetails = { guardrailProfileId: 'us.x', guardrailProfileArn: 'arn:p' };
    const version = toGuardrailVersion({ ...summary, crossRegionDetails }, parts);
    expect(version.crossRegionProfile).toEqual({ id: 'us.x', arn: 'arn:p' });
  });

  it('is refused without a version', () => {
    expect(() => toGuardrailVersion({ ...summary, version: undefined }, parts)).toThrow(/version/);
  });
});
