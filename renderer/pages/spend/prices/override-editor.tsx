import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useState } from 'react';
import { monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import { useToday } from '../../../workspace.ts';
import type { ItemFormProps } from '../parts/edited-list.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { DiscountFields } from './discount-fields.tsx';
import {
  checkOverride,
  emptyOverride,
  formOfOverride,
  type OverrideForm,
} from './override-form.ts';
import { PriceFields } from './price-fields.tsx';

/** Adds or changes one discount or price. */
export function OverrideEditor(props: ItemFormProps<PriceOverride>) {
  const { item, saving, error, onSave, onClose } = props;
  const today = useToday();
  const [form, setForm] = useState<OverrideForm>(() =>
    item === null ? emptyOverride(monthPeriod(monthOf(today)).from) : formOfOverride(item),
  );
  const [tried, setTried] = useState(false);
  const checked = checkOverride(form);
  const errors = tried && !checked.ok ? checked.errors : {};
  const change = (patch: Partial<OverrideForm>) => setForm((before) => ({ ...before, ...patch }));
  const save = () => {
    setTried(true);
    if (checked.ok) onSave(checked.override);
  };
  const fields = { form, errors, change };
  return (
    <EditorModal
      title={item === null ? 'Add a price of your own' : 'Change a price of your own'}
      saveLabel="Save"
      saving={saving}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        label="Kind"
        selectedId={form.kind}
        options={[
          { id: 'discount', text: 'Discount' },
          { id: 'price', text: 'Price' },
        ]}
        onChange={({ detail }) =>
          change({ kind: detail.selectedId === 'price' ? 'price' : 'discount' })
        }
      />
      {form.kind === 'discount' ? <DiscountFields {...fields} /> : <PriceFields {...fields} />}
      <div className="form-columns">
        <FormField label="First day (UTC)" errorText={errors.validFrom}>
          <DatePicker
            value={form.validFrom}
            placeholder="2026-03-01"
            onChange={({ detail }) => change({ validFrom: detail.value })}
          />
        </FormField>
        <FormField
          label={
            <span>
              Last day (UTC) <i>- optional</i>
            </span>
          }
          errorText={errors.lastDay}
        >
          <DatePicker
            value={form.lastDay}
            placeholder="holds on"
            onChange={({ detail }) => change({ lastDay: detail.value })}
          />
        </FormField>
      </div>
      <FormField
        label="Note"
        description="Why: it stands with every figure that this changes"
        errorText={errors.note}
      >
        <Input
          value={form.note}
          placeholder="Private pricing agreement of March"
          onChange={({ detail }) => change({ note: detail.value })}
        />
      </FormField>
    </EditorModal>
  );
}
