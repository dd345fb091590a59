import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { knownLabel } from '../../../shared/model/model-catalogue.ts';
import { findModel, type ModelLookup } from '../../../shared/prices/find-model.ts';
import { projectRoot } from '../../helpers/source-tree.ts';
import { SPELLINGS } from './spellings.ts';

const SONNET = 'anthropic.claude-sonnet-4-6';
const LOOKUP: ModelLookup = {
  profiles: new Map([
    ['abc123', { baseModelId: SONNET, scope: 'global', geography: 'global', profileName: 'team' }],
  ]),
  owned: new Map([
    ['pt1', { kind: 'provisioned-model', name: 'fast', baseModelId: 'amazon.nova-pro-v1:0' }],
    ['fast', { kind: 'provisioned-model', name: 'fast', baseModelId: 'amazon.nova-pro-v1:0' }],
    [
      'cm1',
      { kind: 'custom-model', name: 'tuned', baseModelId: 'meta.llama3-3-70b-instruct-v1:0' },
    ],
    ['im1', { kind: 'imported-model', name: 'brought', baseModelId: null }],
  ]),
};

function told(text: string): string {
  const answer = findModel(text, LOOKUP);
  if (!answer.found) return answer.reason;
  const { baseModelId, scope, kind } = answer.model;
  return [baseModelId, scope, kind].join(' ');
}

describe('a model by any spelling', () => {
  test('the table has at least a hundred', () => {
    expect(Object.values(SPELLINGS).flat().length).toBeGreaterThanOrEqual(100);
  });

  test.each(Object.entries(SPELLINGS))('%s', (modelId, spellings) => {
    const found = spellings.map((spelling) => {
      const answer = findModel(spelling, LOOKUP);
      return [spelling, answer.found ? answer.model.baseModelId : answer.reason];
    });
    expect(found).toEqual(spellings.map((spelling) => [spelling, modelId]));
  });

  const arn = (rest: string) => `arn:aws:bedrock:us-east-1:111122223333:${rest}`;
  test.each([
    [SONNET, `${SONNET} in-region foundation-model`],
    [`us.${SONNET}`, `${SONNET} geographic inference-profile`],
    [`global.${SONNET}-v1:0`, `${SONNET} global inference-profile`],
    [arn(`inference-profile/eu.${SONNET}`), `${SONNET} geographic inference-profile`],
    [arn('application-inference-profile/abc123'), `${SONNET} global application-inference-profile`],
    ['abc123', `${SONNET} global application-inference-profile`],
    [arn('provisioned-model/pt1'), 'amazon.nova-pro-v1:0 in-region provisioned-model'],
    ['fast', 'amazon.nova-pro-v1:0 in-region provisioned-model'],
    [arn('custom-model/cm1'), 'meta.llama3-3-70b-instruct-v1:0 in-region custom-model'],
    [arn('imported-model/im1'), 'im1 in-region imported-model'],
    ['USE1-Claude4.6Sonnet-output-tokens-cross-region-global', `${SONNET} global foundation-model`],
    ['USE1-Claude4.6Sonnet-output-tokens', `${SONNET} in-region foundation-model`],
    ['anthropic.claude-sonnet-99', 'anthropic.claude-sonnet-99 in-region foundation-model'],
  ])('%s is %s', (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ['', 'no model is named'],
    ['Claude', "'Claude' names no model that Assay knows"],
    ['Llama 3.3 70B Custom', "'Llama 3.3 70B Custom' names no model that Assay knows"],
    ['USE1-MP:USE1_InputTokenCount-Units', 'names what is counted, not the model'],
    ['USE1-Claude9.9Epic-input-tokens', 'no model of the catalogue is spelled Claude9.9Epic'],
    ['zzz999', "'zzz999' names no model that Assay knows"],
  ])('%s is none, and says why', (text, reason) => {
    expect(findModel(text, LOOKUP).found).toBe(false);
    expect(told(text)).toContain(reason);
  });
});

const LITELLM = path.join(
  projectRoot,
  '../shared/data/prices/litellm/litellm_bedrock_2026-08-01.json',
);

describe('the keys of another list', () => {
  beforeEach(({ skip }) => {
    if (!existsSync(LITELLM)) skip('the second price sources are not beside the project');
  });

  test('all of its 424 are known but one, which names a model that never was', () => {
    const json: unknown = JSON.parse(readFileSync(LITELLM, 'utf8'));
    const keys = Object.keys(z.record(z.string(), z.unknown()).parse(json));
    expect(keys.length).toBe(424);
    const unknown = keys.filter((key) => {
      const answer = findModel(key, LOOKUP);
      return !answer.found || knownLabel(answer.model.baseModelId) === undefined;
    });
    expect(unknown).toEqual(['anthropic.claude-3-7-sonnet-20240620-v1:0']);
  });
});
