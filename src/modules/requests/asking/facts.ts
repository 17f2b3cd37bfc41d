import { fact } from '#platform/fact'
import type { RequestFact } from '../facts.ts'

/** The requester gave the handling one to five stars. */
export const requestRated = fact<RequestFact & { readonly stars: number }>('requests.requestRated')
/** An answered request came into the log open to all, changed there, or left it. */
export const logChanged = fact<RequestFact & { readonly shown: boolean }>('requests.logChanged')
export const followedUp = fact<RequestFact & { readonly way: string }>('requests.followedUp')
