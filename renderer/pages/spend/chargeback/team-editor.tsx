import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import type { ItemFormProps } from '../parts/edited-list.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { SubjectField } from '../parts/subject-field.tsx';
import { useNames } from '../parts/use-names.ts';
import {
  checkTeamRule,
  EMPTY_TEAM_FORM,
  formOfRule,
  isKeyed,
  OWNER_NAMES,
  OWNERS,
  RULE_KINDS,
  type RuleKind,
  type TeamForm,
} from './team-form.ts';

const KINDS = (Object.keys(RULE_KINDS) as RuleKind[]).map((value) => ({
  value,
  label: RULE_KINDS[value],
}));

/** Adds or changes one team rule. */
export function TeamEditor({ item, saving, error, onSave, onClose }: ItemFormProps<TeamRule>) {
  const [form, setForm] = useState<TeamForm>(() =>
    item === null ? EMPTY_TEAM_FORM : formOfRule(item),
  );
  const [tried, setTried] = useState(false);
  const { teams } = useNames();
  const checked = checkTeamRule(form);
  const change = (patch: Partial<TeamForm>) => setForm((before) => ({ ...before, ...patch }));
  const keyed = isKeyed(form.by);
  return (
    <EditorModal
      title={item === null ? 'Add a team rule' : 'Change a team rule'}
      saveLabel="Save"
      saving={saving}
      error={tried && !checked.ok ? checked.problems.join(' ') : error}
      onSave={() => {
        setTried(true);
        if (checked.ok) onSave(checked.rule);
      }}
      onClose={onClose}
    >
      <ChoiceSelect
        label="Usage is assigned by"
        value={form.by}
        options={KINDS}
        onChange={(by) => change({ by })}
      />
      {keyed ? <KeyFields form={form} change={change} /> : <Pattern form={form} change={change} />}
      <SubjectField
        label="Team"
        {...(keyed ? { description: 'Empty: the value itself is the team' } : {})}
        placeholder="data"
        value={form.team}
        options={teams}
        onChange={(team) => change({ team })}
      />
    </EditorModal>
  );
}

interface FieldsProps {
  readonly form: TeamForm;
  readonly change: (patch: Partial<TeamForm>) => void;
}

const EXAMPLES: Readonly<Record<RuleKind, string>> = {
  principal: 'search-*',
  person: '*@data.example.com',
  profile: 'search-*',
  project: 'search',
  account: '111122223333',
  tag: '',
  metadata: '',
};

function Pattern({ form, change }: FieldsProps) {
  const { accounts, principals } = useNames();
  const account = form.by === 'account';
  const options = account ? accounts : form.by === 'principal' ? principals : [];
  return (
    <SubjectField
      label={account ? 'Account id' : 'Name or ARN'}
      {...(account ? {} : { description: '* stands for any characters, ? for one' })}
      placeholder={EXAMPLES[form.by]}
      value={form.pattern}
      options={options}
      onChange={(pattern) => change({ pattern })}
    />
  );
}

function KeyFields({ form, change }: FieldsProps) {
  return (
    <SpaceBetween size="m">
      <div className="form-columns">
        <FormField label="Key">
          <Input
            value={form.key}
            placeholder="team"
            onChange={({ detail }) => change({ key: detail.value })}
          />
        </FormField>
        <FormField label="Value" description="Empty: any value; * and ? may stand in it">
          <Input
            value={form.value}
            placeholder="any"
            onChange={({ detail }) => change({ value: detail.value })}
          />
        </FormField>
      </div>
      {form.by === 'tag' ? (
        <ChoiceSelect
          label="Tag of"
          value={form.owner}
          options={OWNERS.map((value) => ({ value, label: OWNER_NAMES[value] }))}
          onChange={(owner) => change({ owner })}
        />
      ) : null}
    </SpaceBetween>
  );
}
