import type { LintCheck } from '../linted-policy.ts';
import { absentKey } from './absent-key.ts';
import { allowNot } from './allow-not.ts';
import { arnForm } from './arn-form.ts';
import { denyWithoutMantle } from './deny-without-mantle.ts';
import { denyWithoutStreaming } from './deny-without-streaming.ts';
import { duplicateSid } from './duplicate-sid.ts';
import { forAllValues } from './for-all-values.ts';
import { growingWildcard } from './growing-wildcard.ts';
import { keyNeverApplies } from './key-never-applies.ts';
import { noEffect } from './no-effect.ts';
import { rcpElements } from './rcp-elements.ts';
import { refused } from './refused.ts';
import { regionDeny } from './region-deny.ts';
import { repeatedMember } from './repeated-member.ts';
import { resourceType } from './resource-type.ts';
import { sizeLimit } from './size-limit.ts';
import { sourceIp } from './source-ip.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownConditionKey } from './unknown-condition-key.ts';
import { unpairedProfile } from './unpaired-profile.ts';
import { valueForm } from './value-form.ts';
import { variableAsText } from './variable-as-text.ts';
import { version } from './version.ts';

/** Every check: first what AWS refuses, then names and forms, then what a policy means for Bedrock. */
export const LINT_CHECKS: readonly LintCheck[] = [
  refused,
  repeatedMember,
  sizeLimit,
  version,
  variableAsText,
  duplicateSid,
  noEffect,
  rcpElements,
  unknownAction,
  resourceType,
  arnForm,
  unknownConditionKey,
  valueForm,
  keyNeverApplies,
  absentKey,
  forAllValues,
  sourceIp,
  regionDeny,
  denyWithoutMantle,
  denyWithoutStreaming,
  unpairedProfile,
  allowNot,
  growingWildcard,
];
