import { Button, Select } from 'antd'
import { chooseStage, type Stage, stageOfDocument, stages } from '#topics/contract'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** On the desk: at which of the five stages the text stands, what says so, and another choice. */
export function StagePart(props: { documentId: number }) {
  const say = useSay()
  const { data } = useCall(stageOfDocument, { id: props.documentId }, { staleTime: 0 })
  const choose = useAct(chooseStage, { refreshes: [stageOfDocument] })
  if (!data) return null
  const set = (stage: Stage | null) => choose.mutate({ id: props.documentId, stage })
  return (
    <section className="part" aria-labelledby="part-stage">
      <h2 id="part-stage">{say('topics.stage')}</h2>
      <RefusalNote error={choose.error} />
      {data.mayChoose ? (
        <Select
          className="whole"
          aria-label={say('topics.stage')}
          value={data.stage}
          onChange={set}
          options={optionsOf(stages, (value) => say(`topics.stage.${value}`))}
        />
      ) : (
        <p>{say(`topics.stage.${data.stage}`)}</p>
      )}
      <p className="quiet" title={data.source}>
        {data.chosen
          ? say('topics.stage.chosen')
          : say(`topics.stage.by.${data.by}`, { word: data.word })}
      </p>
      {data.chosen && data.mayChoose && (
        <Button size="small" type="link" onClick={() => set(null)}>
          {say('topics.stage.back')}
        </Button>
      )}
    </section>
  )
}
