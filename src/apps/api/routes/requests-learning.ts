import { dateAt } from '#platform/civil-date'
import * as requests from '#requests'
import * as contract from '#requests/contract'
import type { Answer } from '../answer.ts'

const today = (): string => dateAt(new Date())

const likeness = (answer: Answer): void => {
  answer(contract.likeRequests, ({ input, by, db }) => requests.resemblanceOf(db, by, input.id))
  answer(contract.linkRepeat, ({ input, by, perform }) =>
    perform(by, (act) => requests.linkRepeat(act, input)),
  )
  answer(contract.splitRequest, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.splitRequest(act, input, house.secret)),
  )
  answer(contract.unsplitRequest, ({ input, by, perform }) =>
    perform(by, (act) => requests.unsplitRequest(act, input)),
  )
  answer(contract.mergeRequest, ({ input, by, perform }) =>
    perform(by, (act) => requests.mergeRequest(act, input)),
  )
  answer(contract.askReasons, ({ input, by, perform }) =>
    perform(by, (act) => requests.askReasons(act, input)),
  )
  answer(contract.judgeReasons, ({ input, by, perform }) =>
    perform(by, (act) => requests.judgeReasons(act, input)),
  )
}

const fees = (answer: Answer): void => {
  answer(contract.requestFee, ({ input, by, db }) =>
    requests.feeOfRequest(db, by, input.id, today()),
  )
  answer(contract.listFees, ({ input, by, db }) => requests.feeList(db, by, input, today()))
  answer(contract.assessFee, ({ input, by, perform }) =>
    perform(by, (act) => requests.assessFee(act, input)),
  )
  answer(contract.proposeFee, ({ input, by, perform }) =>
    perform(by, (act) => requests.proposeFee(act, input)),
  )
  answer(contract.approveFee, ({ input, by, perform }) =>
    perform(by, (act) => requests.approveFee(act, input)),
  )
  answer(contract.noticeFee, ({ input, by, perform }) =>
    perform(by, (act) => requests.noticeFee(act, input)),
  )
  answer(contract.payFee, ({ input, by, perform }) =>
    perform(by, (act) => requests.payFee(act, input)),
  )
}

const panels = (answer: Answer): void => {
  answer(contract.myPanels, ({ by, db }) => requests.myPanels(db, by))
  answer(contract.colleagues, ({ input, by, db }) => requests.colleaguesFor(db, by, input.id))
  answer(contract.casePanels, ({ input, by, db }) => requests.panelsOfCase(db, by, input))
  answer(contract.callPanel, ({ input, by, perform }) =>
    perform(by, (act) => requests.callPanel(act, input)),
  )
  answer(contract.giveOpinion, ({ input, by, perform }) =>
    perform(by, (act) => requests.giveOpinion(act, input)),
  )
  answer(contract.concludePanel, ({ input, by, perform }) =>
    perform(by, (act) => requests.concludePanel(act, input)),
  )
}

const dockets = (answer: Answer): void => {
  answer(contract.listDockets, ({ input, by, db }) => requests.docketList(db, by, input, today()))
  answer(contract.openDocket, ({ input, by, perform }) =>
    perform(by, (act) => requests.openDocket(act, input)),
  )
  answer(contract.changeDocket, ({ input, by, perform }) =>
    perform(by, (act) => requests.changeDocket(act, input)),
  )
  answer(contract.decideDocket, ({ input, by, perform }) =>
    perform(by, (act) => requests.decideDocket(act, input)),
  )
}

const analysis = (answer: Answer): void => {
  answer(contract.requestAnalysis, ({ input, by, db }) => requests.analysisOf(db, by, input))
  answer(contract.analysisCases, ({ input, by, db }) => requests.casesOf(db, by, input))
  answer(contract.setSubject, ({ input, by, perform }) =>
    perform(by, (act) => requests.setSubject(act, input)),
  )
  answer(contract.listProposals, ({ input, by, db }) =>
    requests.proposalList(db, by, input, today()),
  )
  answer(contract.proposeDisclosure, ({ input, by, perform }) =>
    perform(by, (act) => requests.proposeDisclosure(act, input)),
  )
  answer(contract.decideProposal, ({ input, by, perform }) =>
    perform(by, (act) => requests.decideProposal(act, input)),
  )
}

/** The doors of what an office learns: repeats, fees, panels, dockets, analysis. */
export const requestsLearningRoutes = (answer: Answer): void => {
  likeness(answer)
  fees(answer)
  panels(answer)
  dockets(answer)
  analysis(answer)
}
