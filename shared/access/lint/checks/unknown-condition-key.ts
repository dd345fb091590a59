import { CONDITION_KEYS, findConditionKey, KNOWN_SERVICES } from '../../data/service-reference.ts';
import type { Found, LintCheck } from '../linted-policy.ts';
import { nearestName } from '../nearest-name.ts';
import { quoted } from '../words.ts';

/** Keys that people write for what AWS says otherwise. */
const MEANT: Readonly<Record<string, string>> = {
  'bedrock:modelid':
    'Name models in Resource by their ARNs; on the mantle endpoint, where the model is no resource, use bedrock-mantle:Model.',
  'bedrock:model':
    'Name models in Resource by their ARNs; on the mantle endpoint, where the model is no resource, use bedrock-mantle:Model.',
  'bedrock:foundationmodelarn': 'Name models in Resource by their ARNs.',
  'bedrock:guardrailarn': 'Write bedrock:GuardrailIdentifier; its values are guardrail ARNs.',
  'bedrock:guardrailid': 'Write bedrock:GuardrailIdentifier; its values are guardrail ARNs.',
  'bedrock:guardrailversion':
    'Write bedrock:GuardrailIdentifier with the guardrail ARN, a colon and the version.',
  'bedrock:region': 'Write aws:RequestedRegion.',
  'bedrock:requestedregion': 'Write aws:RequestedRegion.',
  'aws:inferenceprofilearn': 'Write bedrock:InferenceProfileArn.',
  'aws:region': 'Write aws:RequestedRegion.',
};

/** A condition key that no request has: the condition never sees a value. */
export const unknownConditionKey: LintCheck = {
  id: 'unknown-condition-key',
  *run({ statements }) {
    for (const { conditions, path } of statements) {
      for (const { key, operator } of conditions) {
        const wrong = wrongWith(key);
        if (wrong === null) continue;
        yield { severity: 'error', path: `${path}.Condition.${operator}.${key}`, ...wrong };
      }
    }
  },
};

type Wrong = Pick<Found, 'message' | 'remedy'>;

/** Keys of other services are not judged. */
function wrongWith(key: string): Wrong | null {
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0)).toLowerCase();
  const isJudged =
    prefix === '' ||
    prefix === 'aws' ||
    prefix.startsWith('bedrock') ||
    KNOWN_SERVICES.includes(prefix);
  if (!isJudged || findConditionKey(key) !== null) return null;
  if (findConditionKey(`${key}/x`) !== null) {
    return {
      message: `${quoted(key)} lacks the key of the tag.`,
      remedy: `Write it behind a slash: ${key}/team.`,
    };
  }
  return {
    message: `${quoted(key)} is no condition key that AWS lists: no request has it, so the condition never sees a value.`,
    remedy: MEANT[key.toLowerCase()] ?? nearest(key),
  };
}

const KEYS: readonly string[] = CONDITION_KEYS.map(({ key }) => key);

function nearest(key: string): string {
  const near = nearestName(key, KEYS) ?? nearestName(`aws:${key}`, KEYS);
  return near === null
    ? 'Look the key up in the Service Authorization Reference.'
    : `Write ${near}${near.endsWith('/') ? 'and the key of the tag' : ''}.`;
}
