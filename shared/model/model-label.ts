import { knownLabel } from './model-catalogue.ts';
import { parseModelId } from './model-id.ts';

/** Tokens of ids that people write differently. */
const SPELLINGS: Readonly<Record<string, string>> = { gpt: 'GPT', glm: 'GLM', oss: 'oss' };

/** What people call a model: `Claude Opus 5.5`; derived from the id where Assay has no name for it. */
export function modelLabel(id: string): string {
  const ref = parseModelId(id);
  const known = knownLabel(ref.baseModelId);
  if (known !== undefined) return known;
  return ref.kind === 'foundation-model' || ref.kind === 'inference-profile'
    ? labelFromId(ref.baseModelId)
    : ref.key;
}

/** Drops provider, version and release date; joins version digits: `claude-opus-6-2` is 6.2. */
function labelFromId(baseModelId: string): string {
  const name = baseModelId
    .slice(baseModelId.indexOf('.') + 1)
    .replace(/(-v\d+)?(:\w+)*$/, '')
    .replace(/-\d{8}$/, '')
    .replace(/-(\d)-(\d)(?=-|$)/, '-$1.$2');
  return name
    .split('-')
    .map((word) => SPELLINGS[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
