import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { POT_NAMES, type SharedCostRule } from '../../../../shared/model/shared-cost.ts';
import { useCall } from '../../../queries/use-call.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { useNames } from '../parts/use-names.ts';
import {
  formOfShared,
  type PotForm,
  rulesOfShared,
  SPREAD_KINDS,
  SPREAD_NAMES,
  sharedProblems,
} from './shared-form.ts';

interface SharedEditorProps {
  readonly rules: readonly SharedCostRule[];
  readonly onClose: () => void;
}

/** Changes how each pot is spread. */
export function SharedEditor({ rules, onClose }: SharedEditorProps) {
  const [form, setForm] = useState(() => formOfShared(rules));
  const [tried, setTried] = useState(false);
  const { teams } = useNames();
  const save = useCall('settings.update', { changes: ['settings.get', 'spend.chargeback'] });
  const problems = sharedProblems(form);
  const change = (pot: PotForm['pot'], patch: Partial<PotForm>) =>
    setForm((before) => before.map((each) => (each.pot === pot ? { ...each, ...patch } : each)));
  const submit = () => {
    setTried(true);
    if (problems.length > 0) return;
    save.mutate({ sharedCostRules: settingsOf(form) }, { onSuccess: onClose });
  };
  return (
    <EditorModal
      title="Spread shared costs"
      saveLabel="Save"
      saving={save.isPending}
      error={tried && problems.length > 0 ? problems.join(' ') : (save.error?.message ?? null)}
      onSave={submit}
      onClose={onClose}
    >
      {form.map((each) => (
        <SpaceBetween key={each.pot} size="xs">
          <ChoiceSelect
            label={POT_NAMES[each.pot]}
            value={each.kind}
            options={SPREAD_KINDS.map((value) => ({ value, label: SPREAD_NAMES[value] }))}
            onChange={(kind) =>
              change(each.pot, {
                kind,
                shares:
                  kind === 'fixed' && each.shares.length === 0
                    ? teams.map(({ value }) => ({ team: value, percent: '' }))
                    : each.shares,
              })
            }
          />
          {each.kind === 'fixed' ? (
            <Shares
              pot={POT_NAMES[each.pot]}
              shares={each.shares}
              onChange={(shares) => change(each.pot, { shares })}
            />
          ) : null}
        </SpaceBetween>
      ))}
    </EditorModal>
  );
}

function settingsOf(form: readonly PotForm[]) {
  return rulesOfShared(form).map(({ pot, spread }) => ({
    pot,
    spread: spread.kind === 'fixed' ? { ...spread, shares: [...spread.shares] } : spread,
  }));
}

interface SharesProps {
  readonly pot: string;
  readonly shares: PotForm['shares'];
  readonly onChange: (shares: PotForm['shares']) => void;
}

function Shares({ pot, shares, onChange }: SharesProps) {
  const set = (at: number, patch: Partial<PotForm['shares'][number]>) =>
    onChange(shares.map((each, index) => (index === at ? { ...each, ...patch } : each)));
  return (
    <SpaceBetween size="xs">
      {shares.map(({ team, percent }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are typed
        <div key={index} className="share-row">
          <Input
            value={team}
            placeholder="team"
            ariaLabel={`Team ${index + 1} of ${pot}`}
            onChange={({ detail }) => set(index, { team: detail.value })}
          />
          <Input
            value={percent}
            inputMode="decimal"
            placeholder="33.3"
            ariaLabel={`Percent of team ${index + 1} of ${pot}`}
            onChange={({ detail }) => set(index, { percent: detail.value })}
          />
          <Button
            iconName="close"
            variant="icon"
            formAction="none"
            ariaLabel={`Remove share ${index + 1} of ${pot}`}
            onClick={() => onChange(shares.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      <Button
        iconName="add-plus"
        formAction="none"
        onClick={() => onChange([...shares, { team: '', percent: '' }])}
      >
        Add a share
      </Button>
    </SpaceBetween>
  );
}
