import { useQueryClient } from '@tanstack/react-query';
import type { ModelDetail, ModelsInventory, Settings } from '../../../shared/api/answers.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { canonicalBaseModelId } from '../../../shared/model/model-id.ts';
import { useNotices } from '../../components/notices.tsx';
import { usePageApi } from '../../queries/page-api.ts';
import { answerKey } from '../../queries/use-answer.ts';
import { withApproval } from '../settings/approvals.ts';

/** A model as far as approving it needs. */
export interface Approvable {
  readonly modelId: string;
  readonly label: string;
}

/** Approves a model or takes that back. */
export type Approve = (model: Approvable, approved: boolean) => void;

/** Approves at once on the page, then in the settings; what the backend refuses is taken back. */
export function useApproval(): Approve {
  const cache = useQueryClient();
  const { call } = usePageApi();
  const { notify } = useNotices();
  const show = (approvedModels: readonly string[]): void => {
    const approves = approvalIn(approvedModels);
    cache.setQueryData<Settings>(answerKey('settings.get', {}), (old) =>
      old === undefined ? undefined : { ...old, approvedModels },
    );
    cache.setQueryData<ModelsInventory>(answerKey('models.inventory', {}), (old) =>
      old === undefined ? undefined : { ...old, models: old.models.map(approves) },
    );
    cache.setQueriesData<ModelDetail>({ queryKey: answerKey('models.detail') }, (old) =>
      old === undefined ? undefined : { ...old, model: approves(old.model) },
    );
  };
  const change = async (model: Approvable, approved: boolean): Promise<void> => {
    const { approvedModels: before } = await cache.ensureQueryData<Settings>({
      queryKey: answerKey('settings.get', {}),
      queryFn: async () => unwrap(await call('settings.get', {})),
    });
    const after = withApproval(before, model.modelId, approved);
    show(after);
    try {
      unwrap(await call('settings.update', { approvedModels: after }));
      notify({
        id: 'approval',
        type: 'success',
        header: approved ? `${model.label} is approved` : `${model.label} is no longer approved`,
        action: { label: 'Undo', run: () => approve(model, !approved) },
      });
    } catch (thrown) {
      show(before);
      const content = thrown instanceof AppError ? thrown.message : String(thrown);
      notify({ id: 'approval', type: 'error', header: 'Not saved', content });
    }
  };
  const approve: Approve = (model, approved) => void change(model, approved);
  return approve;
}

/** Marks rows by a list of approved models, as the backend does. */
export function approvalIn(
  approvedModels: readonly string[],
): <T extends { readonly modelId: string; readonly approved: boolean }>(row: T) => T {
  const approved = new Set(approvedModels.map(canonicalBaseModelId));
  return (row) => ({ ...row, approved: approved.has(canonicalBaseModelId(row.modelId)) });
}
