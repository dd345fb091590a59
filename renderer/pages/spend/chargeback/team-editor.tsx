import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import type { ItemFormProps } from '../parts/edited-list.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { withItem } from '../parts/list-changes.ts';
import { SubjectField } from '../parts/subject-field.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useNames } from '../parts/use-names.ts';
import { RulePreview } from './rule-preview.tsx';
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

interface TeamEditorProps extends ItemFormProps<TeamRule> {
  readonly rules: readonly TeamRule[];
}

/** Adds or changes one team rule, and shows what the rules would decide with it before it is saved. */
export function TeamEditor(props: TeamEditorProps) {
  const { item, rules, saving, error, onSave, onClose } = props;
  const [form, setForm] = useState<TeamForm>(() =>
    item === null ? EMPTY_TEAM_FORM : formOfRule(item),
  );
  const [tried, setTried] = useState(false);
  const { teams } = useNames();
  const checked = useMemo(() => checkTeamRule(form), [form]);
  const edited = useMemo(
    () =>
      checked.ok
        ? withItem(rules, item === null ? null : rules.indexOf(item) + 1, checked.rule)
        : null,
    [checked, rules, item],
  );
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
      {edited === null ? null : <RulePreview rules={edited} />}
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
  const { keys, valuesOf } = useKeys(form.by === 'metadata' ? 'metadata' : 'tag');
  return (
    <SpaceBetween size="m">
      <div className="form-columns">
        <SubjectField
          label="Key"
          placeholder="team"
          value={form.key}
          options={keys}
          onChange={(key) => change({ key })}
        />
        <SubjectField
          label="Value"
          description="Empty: any value; * and ? may stand in it"
          placeholder="any"
          value={form.value}
          options={valuesOf(form.key.trim())}
          onChange={(value) => change({ value })}
        />
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
