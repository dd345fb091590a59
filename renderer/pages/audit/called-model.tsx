import type { ProfilesAnswer } from '../../../shared/api/answers.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { Breakable } from '../../components/breakable.tsx';
import { useAnswer } from '../../queries/use-answer.ts';

/** What an event calls, and what stands behind it where that is another name. */
export interface CalledName {
  readonly name: string;
  /** The model of an application profile; null where the name says it. */
  readonly model: string | null;
}

/** The name of what was called: of an application profile its own, as the inventory has it. */
export function calledName(
  modelId: string,
  profiles: ProfilesAnswer['profiles'] | undefined,
): CalledName {
  const profile = profiles?.find(
    ({ profileId, type }) => type === 'APPLICATION' && profileId === modelId,
  );
  if (profile === undefined) return { name: modelLabel(modelId), model: null };
  return { name: profile.name, model: profile.modelLabel };
}

/** A called model by its name; an application profile by its own, with its model below. */
export function CalledModel({ modelId }: { readonly modelId: string }) {
  const { name, model } = calledName(modelId, useAnswer('models.profiles', {}).data?.profiles);
  return (
    <span title={modelId}>
      <Breakable text={name} />
      {model === null ? null : <div className="quiet">{model}</div>}
    </span>
  );
}
