import { Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  decideReReview,
  owed,
  type ReReviewLine,
  reReviewOutcomes,
  reReviews,
} from '#documents/contract'
import { AttributeFields, type Chosen } from '../desk/side/AttributePart.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Outcome = (typeof reReviewOutcomes)[number]

/** Keep, release or change, with the reason; release and change lead on to the new draft. */
export function DecideReReview(props: {
  line: ReReviewLine
  onDone: (words: string) => void
  onClose: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const { line } = props
  const [outcome, setOutcome] = useState<Outcome>('keep')
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<Chosen>({
    attribute: line.attribute,
    ground: line.ground,
    reason: '',
  })
  const isChange = outcome === 'change'
  const act = useAct(decideReReview, {
    refreshes: [reReviews, owed],
    done: ({ documentId, editionId, nextDueOn }) => {
      props.onDone(
        editionId === null
          ? say('reReview.done.keep', { date: nextDueOn ?? '' })
          : say('reReview.done.draft'),
      )
      if (editionId !== null) void navigate(`/documents/${documentId}`)
    },
  })
  const said = (isChange ? chosen.reason : reason).trim()
  return (
    <Dialog
      title={line.title}
      ok={say('reReview.decide')}
      act={act}
      isReady={said.length >= 2}
      onOk={() =>
        act.mutate({
          id: line.id,
          outcome,
          reason: said,
          ...(isChange && { attribute: chosen.attribute, ground: chosen.ground }),
        })
      }
      onClose={props.onClose}
    >
      <Radio.Group
        className="choices"
        aria-label={say('reReview.outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
      >
        {reReviewOutcomes.map((value) => (
          <Radio key={value} value={value}>
            {say(`reReview.outcome.${value}`)}
            <small>{say(`reReview.${value}.about`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      {isChange ? (
        <AttributeFields always chosen={chosen} kind="" onChange={setChosen} />
      ) : (
        <TextAreaField
          label={say('reReview.reason')}
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
      )}
    </Dialog>
  )
}
