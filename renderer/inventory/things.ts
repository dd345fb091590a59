import { canonicalBaseModelId } from '../../shared/model/model-id.ts';
import type { PagePath, QueryValues } from '../navigation.ts';
import type { Value } from './entry.ts';

/** The place of something on a page. */
export interface ThingLink {
  readonly to: PagePath;
  readonly query: QueryValues;
  /** What is there. */
  readonly words: string;
}

/** Where the thing that a value names is told about; null where no page knows it. */
export function linkOfValue({ thing, full }: Value): ThingLink | null {
  if (thing === undefined || full === undefined) return null;
  switch (thing) {
    case 'model':
      return {
        to: '/models',
        query: { id: canonicalBaseModelId(full) },
        words: 'all about this model',
      };
    case 'role':
      return { to: '/audit', query: { principal: full }, words: 'events of this role' };
    case 'knowledge-base':
      return inventory('knowledge-bases', full);
    case 'agent':
      return inventory('agents', agentIdOf(full));
    case 'flow':
      return inventory('flows', full);
    case 'prompt':
      return inventory('prompts', full);
    case 'bucket':
      return null;
  }
}

function inventory(view: string, text: string): ThingLink {
  return { to: '/knowledge-agents', query: { view, text }, words: 'its row' };
}

/** The agent of an alias's ARN, `...:agent-alias/AGENT/ALIAS`; other text as it is. */
function agentIdOf(arn: string): string {
  return /agent-alias\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}
