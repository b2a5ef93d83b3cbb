/**
 * Quiet signs of an ending: what people say who name neither death nor suicide. None of them means much alone (level 0);
 * several close together do, and `combine` says how many.
 */
import { rule, type Rule } from './types'

const self = { polarity: 'death', who: 'self' } as const

export const signRules: Rule[] = [
  rule('finder', 'suicide', 'finder', 0, 'speaks to those who will be left or will find them', `
    whoever|whomever ~1 finds|find|opens|gets|reads|comes
    tell @my|mum|mam|mom|nan|gran|dad|da ~2 sorry|love|loved|best|fault|hurt|goodbye|bye|tried|proud|didnt
    tell nan|mum|mam|mom|dad|gran
    tell ~1 kids|boys|girls|children|son|daughter|wife|husband|family|everyone sorry|love|loved|i|it|im
    dont|not|please ~2 let|want ~1 kids|children|girls|boys|them|her|him|mum|mam ~2 see|touch|find|come|in
    dont|please touch it|me|anything|that|glass
    dont come in|up|upstairs|looking|after
    dont|please ~2 send|look|call ~1 anyone|anybody|police|help|for
    theyll|youll|shell|hell|someone|somebody|they ~1 find me|it|us|body
    call|ring|send|phone the? police|ambulance first|before|instead|not
    password|passwords|pin|keys|key|passcode ~3 is|are|under|on|in|with
    not|wasnt|isnt|nobodys|wasn|never ~1 your|ur|anyones|his|her|their|you|u|anybodys fault|it|doing
    nobody|noone|none|dont ~1 blame
    see|find|know ~6 before ~4 comes|come|in|home|fright
    so ~1 they|he|she|you|nobody|kids|noone ~1 know|knows|finds|find|think|see
    to whoever|whom|the ~2 gets|finds|reads|lads|girls|family
    dear mum|mam|mom|dad|whoever|kids|all|everyone|family|wife|husband
    wasnt|not the ~2 banter|accident
    blame the|my|him|her|them|you|me|anyone|anybody ~3 he|she|good|not|nobody
  `, self),
  rule('arranged', 'suicide', 'arranged', 0, 'has put things in order', `
    dog|cat|dogs|cats|budgie|rabbit|horse|horses|hens|pet|pets ~2 fed|gone|rehomed|sorted|dropped|left|going|goes|at|went|with ~2 my|to|at|is|neighbour|neighbours|brothers|sisters|anne|mums|next|bowl|the
    dropped|left|took|gave ~2 dog|cat|dogs|cats|rabbit|hens ~3 at|to|with|off
    rent|bills|everything|debts|tab|bill|accounts ~1 paid|settled|closed|cleared
    paid|settled|closed|cleared ~2 rent|bills|debts|tab|accounts|everything|bill
    washed|cleaned|tidied|emptied|hoovered|vacuumed|scrubbed ~2 dishes|apartment|flat|house|room|fridge|kitchen|place|car|bathroom
    light|lights on|off ~2 for|whoever
    letter|letters|note|notes|will|papers|envelope|envelopes|cards|card ~2 done|written|posted|pinned|sealed|ready|signed|left|finished|addressed|table|stamped
    pinned|posted|sealed|signed|addressed|finished|wrote|written|left ~2 letter|letters|note|notes|envelope|envelopes|card|cards
    laid|set|put|lined|counted|tipped|poured ~3 @pills
    @pills ~2 counted|laid|lined|poured|crushed
    shoes|coat|jacket|phone|wallet|ring|glasses ~3 shore|beach|bank|bridge|neatly|folded|wall|rail|side
    getting|got|have|ive|had it|everything|all ready
    written|wrote|write everything|it ~1 down
    have|got|ive everything|all|what i|ill need|needed
    everything|all ~1 is? arranged|sorted|ready|prepared|packed
    kids|children|boys|girls ~3 at|with ~1 mums|mothers|sisters|nans|school|her|his|mum|sister
    picked|found|chosen|got ~2 spot|place|tree|beam|bridge
    bought|brought|got|have what|everything|all ~1 i ~1 need|needed
  `, self),
  rule('clock', 'suicide', 'clock', 0, 'names the hour or the day', `
    tonight|tonights|today|todays|tomorrow|tomorrows|midnight|sunday|saturday|friday|monday|tuesday|wednesday|thursday is|s the night|day|end|it|last|time
    tonights|todays|tomorrows|its|tonight the? night|day|today|tonight
    its|it is|be today|tonight|tomorrow
    tonight|today|tomorrow i|im|ill|it ~1 finally|can|rest|sleep|go|will|get|ends|stops
    at|by|after|before|until|till #num|eleven|twelve|midnight|ten|nine|eight|seven|six|five|four|three|two|one|dawn|sunrise|sunset|dark|morning|noon ~2 tonight|evening|itll|its|am|pm|it|oclock|ill|i|is|so|the
    after|before|by|at midnight|dawn|sunrise|sunset|dark|nightfall
    in|is|got|next|left ~2 #num|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty mins|minutes|min
    same time|night|day|way ~1 friday|saturday|sunday|monday|tonight|as
    last|final night|day|morning|evening|hour of|on|ever|is|was|has|here
    when|before the ~3 month|year|week is|was|ends|out|comes
    #num|two|three|four am ~4 decided|when|is|it
    waiting|wait until|till|til|for ~5 empty|asleep|out|gone|bed|quiet
    agreed|promised|settled on ~1 friday|saturday|sunday|monday|tuesday|wednesday|thursday|tonight
  `, self),
  rule('release', 'suicide', 'release', 0, 'speaks of it as over or of going', `
    thats me
    its|be|all|is|itll over|done|finished ~1 soon|tonight|now|after|by|then
    after|by|at ~3 its|itll|it over|done
    finally|at|get|can|going|will ~2 rest|sleep ~1 for|properly|forever|now|at
    calm|peaceful|quiet|light|lighter|free now|today|tonight|inside|finally
    @I ~2 coming|come|going|joining to|with|tae you|him|her|dad|mum|them|son|wife
    on @my way to|tae you|him|her|dad|mum|them|heaven
    come|follow|be|join with|to? him|her|them|you|dad|mum ~4 year|night|tonight|soon|last|grave
    goodnight|nighty|night all|everyone|world|everybody|x|lads
    this is it
    ta ta
    no more pretending|fighting|hurting|pain|tomorrows|mornings
    dont|no regret|regrets|afraid|scared
    not afraid|scared|sad anymore|now|of
    last|final time
    made @my|the|a decision|choice
    bye
    goodbye
    clocked|signed|logged|checked out|off properly|now|forever|early|of
    close|closing|closed the|this|my ~1 thread|account|chapter|book|door
    nobodys|noones|nobody|noone ~1 left ~2 sad|sorry|behind
    not|dont ~1 require|need|want the rest|more|it
    wont|not|dont need|want it|them|any anymore|now|where
    was|am the best of me
    same way as the|them|him|her|others
    now it is my|me turn
    my turn
    leaving|leave|left it|you|here|now|them now|all|behind
    going|go same|that way
    the promise
    stars|snow|sea|snows|sunset|moon ~2 lovely|beautiful|out|pretty
    only one? way ~3 out|think|stop|end|left
    forgive me
    sorry
    i|im was|am a? good son|daughter|man|boy|girl|mum|dad
    i love you|u|yous|ye ~1 all
  `, self),
  rule('act', 'suicide', 'act', 0, 'something may have been begun', `
    its|it|they|theyre are? in me|us
    its|it|they has? already? started|starting|working|kicking|kicked
    i|ive|ah|have just? drank|swallowed|necked|downed|drunk|swallow it|that|all|them|everything|lot
    @took ~1 all that|them|it|those
    have|i swallow|swallowed|took|taken|drank everything|all|them
    drink|drank|drunk|swallowed|took|taken all|every|so @pills|the|many ~3 @pills|boxes|packets|dont
    so|too many @pills|boxes|packets ~2 all? gone
    took|taken|taking|necked|swallowed every|all|whole ~1 @pills
    lights|everything|room|head|screen|world ~1 going|gone|goes|getting|is ~1 soft|dark|blurry|fuzzy|black|far|quiet|slow
    @cant feel @my fingers|hands|legs|feet|arms|face|lips
    slurring|slurred
    im|ill|gonna|going|will|am ~1 taking|take|using|use|swallowing|swallow them|it|all|these ~2 @nowword
    i|ill|will|shall|have|having ~1 stepped|stepping off
    in the water|river|sea|canal|lake|loch ~2 now|freezing|cold|phone|bye|knee|waist|chest
    water ~3 knee|knees|waist|chest|neck|chin
    on|by|near the tracks|line|rails|ledge|cliff|parapet
    locked|bolted|shut ~2 door ~6 need|sorry|bye|send|come|alone|find
    took|taken|swallowed|drank them|it|all|everything ~3 minutes|mins|hour|hours|hr|ago
    i|ive did|done it
    next|the train|one ~2 #num|two|three|four|five|ten mins|minutes|min
    rope|noose|gun|blade|knife|belt|razor ~2 ready|here|knows|waiting|round|seat|beside|loaded|tied|up|lap
    towel|towels|sheets|carpet|floor|bath ruined|red|soaked|full|stained
    more of it|blood than
    garage ~3 shut|closed|locked
    sitting|sat|im|parked ~3 with it|them ~1 on|in|beside|next|here
    stomach|belly|throat ~1 burning|burns|hurts
    cliff|bridge|edge|roof|moor ~3 picked|top|spot
    top of ~2 cliff|moor|hill|multistorey|bridge
  `, self),
  rule('retract', 'suicide', 'retract', 0, 'takes back that they are safe', `
    that|it|i|which was|is|were a? lie|lied|lying
    i|ive lied|lie|lying|been
    wasnt|isnt|not true|truth|honest
    lied ~4 fine|ok|okay|safe|suicidal|better|alright
  `, self),
]
