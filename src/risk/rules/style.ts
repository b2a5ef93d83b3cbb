/** Everyday word groups whose rates describe how a text is written; used by the stack, not by the rules. */
export const styleElements: Record<string, string> = {
  i: 'i|im|ive|id|ill|ah|ahm|ima|imma', me: 'me|my|myself|mine|ma|mi|mah|masel|mysel|meself', you: 'you|your|youre|youve|youd|youll|yourself|u|ur|ye|ya|yer|yous|youse|yall', he: 'he|she|him|her|his|hers|hes|shes', they: 'they|them|their|theyre|dem|dey|em', we: 'we|us|our|were',
  neg: '@neg', past: 'was|were|had|did|been|went|felt|tried|told|said|got|used', modal: 'should|could|would|might|may|can|will|try|maybe', death: 'die|died|dying|death|dead|kill|killed|killing|suicide|suicidal|suicides|suicidality',
  harm: 'cut|cutting|harm|pain|hurt|hurting|blood|scars|scar|cuts|blade|wrist|wrists', feel: 'feel|feeling|felt|feels|feelings', hate: 'hate|hated|worthless|useless|failure|ugly|stupid|disgusting|pathetic|burden', alone: 'alone|lonely|nobody|noone|isolated|loneliness|abandoned',
  hope: 'hope|hopeful|better|happy|glad|love|proud|enjoy|good|great|thanks|thank|thankful|lucky|luck|awesome', absolute: 'always|never|nothing|everything|completely|ever|entire|every|everyone|anymore|constantly', attempt: 'attempt|attempted|attempts|tried|overdose|overdosed|hospital|hospitalized|hospitalised|ward|inpatient|psych|er|icu|pumped|5150',
  means: '@means', cry: 'cry|crying|cried|tears|sobbing', family: 'mom|mum|mam|maw|mammy|mummy|mommy|dad|da|daddy|mother|father|parents|family|brother|sister|son|daughter|wife|husband', sleep: 'sleep|sleeping|asleep|insomnia|night|nights|awake|bed', help: 'help|therapist|therapy|doctor|counselor|counsellor|meds|medication|psychiatrist|hotline|crisis|911',
  advice: 'try|maybe|talk|advice|suggest|recommend|consider|find|remember|hope|sounds|sorry|please|hang|welcome|op|pm|luck', now: '@nowcue', swear: 'fuck|fucking|shit|fucked|damn|hell|ass', want: 'want|wanted|wish|wanna|need|wants', end: 'end|ending|over|done|gone|anymore|rid|leave|leaving|escape|stop',
  life: 'life|living|live|alive|exist|existence|world', think: 'think|thought|thoughts|thinking|mind|considering|considered|contemplated', year: 'year|years|ago|since|months|month|weeks|last|once|when|back', method: 'gun|pills|rope|hang|hanging|hanged|hung|knife|bridge|jump|jumped|jumping|train|car|drown|helium|noose|overdose|bullet|bottle|wrists|roof|cliff|shoot|shot',
  plan: 'plan|plans|planned|planning|date|note|notes|letter|goodbye|ready|decided|going|tonight|tomorrow|soon|prepared|will', question: 'why|what|how|who|when|where|whats',
}

export const endWords = { i: 'i|im|ive', you: 'you|your|youre' }

/** Words that make it worth looking for names, handles and places. */
export const piiCues = {
  handle: 'insta|instagram|snap|snapchat|discord|kik|tiktok|telegram|twitter|whatsapp|wickr|twitch|steam|xbox|psn|reddit|tumblr|facebook|fb|ig|sc|bluesky|skype|signal|threads',
  name: 'name|names|called|call|named|known|is|its|mr|mrs|ms|miss|mx|dr|prof|professor|sir|rev|fr|sgt|pc|my|our|his|her|their|regards|cheers|sincerely|love|thanks|from|yours',
  called: 'name|names|called|named',
  self: 'i|im|ive|id|ill',
  where: 'address|addresses|live|lives|lived|living|stay|stays|staying|based|located|meet|meeting|office|offices|arrived|delivered|sent|send|shipped|posted|return|taxi|come|cab|house|home|flat|reside|resides|residing|enter|corner|side|user',
  place: 'school|academy|college|university|elementary|grammar|polytechnic|sixth|uni|work|works|worked|working|employed|primary|secondary|comprehensive|high',
}
