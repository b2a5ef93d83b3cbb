/**
 * Ways of writing the same word: Scots, Irish, Caribbean and West African English, AAVE, teen spelling, and UK/US pairs.
 * Rules and model read the standard word, so that a way of speaking does not change a level.
 */
const pairs = `ah:i a:a ahm:im am:am ahve:ive ahll:ill masel:myself mysel:myself maself:myself meself:myself miself:myself ma:my mah:my ma:my wi:with tae:to dae:do dinnae:dont dinny:dont dinna:dont didnae:didnt didny:didnt cannae:cant canny:cant
  canna:cant wouldnae:wouldnt widnae:wouldnt wasnae:wasnt wisnae:wasnt isnae:isnt isny:isnt willnae:wont havnae:havent hivnae:havent hasnae:hasnt couldnae:couldnt cudnae:couldnt shouldnae:shouldnt doesnae:doesnt doon:down
  ion:dont mo:more wisht:wish aff:off withoot:without gie:give gied:gave gien:given tak:take mak:make frae:from hame:home nicht:night taen:taken cuid:could thae:those
  noo:now oot:out aboot:about hoose:house huv:have hiv:have hae:have wis:was wur:were aw:all awfy:very gonnae:gonna gonny:gonna cos:because coz:because cuz:because bc:because bcuz:because nae:no naw:no deid:dead heid:head
  ower:over mair:more jist:just whit:what wan:one efter:after fae:from noone:nobody wanny:wanna wanty:wanna waan:want wah:want mi:my nuh:not mek:make tek:take dem:them dey:they dis:this dat:that de:the di:the fi:to yuh:you
  ya:you yer:your yous:you youse:you yall:you ye:you u:you ur:your r:are y:why n:and nd:and da:dad
  wid:with wit:with tho:though thru:through bout:about gon:gonna finna:gonna finta:gonna tryna:trying tryin:trying goin:going doin:doing feelin:feeling nothin:nothing somethin:something thinkin:thinking livin:living sayin:saying
  dyin:dying killin:killing cuttin:cutting hurtin:hurting wantin:wanting bein:being havin:having gettin:getting lookin:looking takin:taking talkin:talking comin:coming cryin:crying tired:tired ima:imma
  em:them til:until till:until tmr:tomorrow tmrw:tomorrow tomoz:tomorrow tonite:tonight nite:night rly:really rlly:really rn:now abt:about pls:please plz:please plss:please sry:sorry soz:sorry ppl:people smth:something sm1:someone
  some1:someone any1:anyone every1:everyone no1:nobody evry:every alot:lots thx:thanks ty:thanks idk:unsure idc:dontcare dunno:unsure dono:unsure wen:when dnt:dont wnt:want wana:wanna wannae:wanna gunna:gonna urself:yourself
  yerself:yourself yoself:yourself himsel:himself hersel:herself hissel:himself hisself:himself theirself:themselves themself:themselves mum:mum mom:mum mam:mum mummy:mum mommy:mum mama:mum momma:mum maw:mum mammy:mum daddy:dad papa:dad
  granny:gran nan:gran nana:gran grandma:gran grandmother:gran nanna:gran grandpa:grandad grandfather:grandad granda:grandad granddad:grandad bairn:child wean:child weans:children bairns:children wee:little lil:little
  favorite:favourite color:colour realize:realise recognize:recognise apologize:apologise organize:organise neighbor:neighbour neighbors:neighbours counselor:counsellor behavior:behaviour center:centre gray:grey
  tylenol:paracetamol acetaminophen:paracetamol panadol:paracetamol advil:ibuprofen nurofen:ibuprofen meds:medication medicine:medication tabs:tablets pill:pills tablet:tablets er:hospital ae:hospital icu:hospital
  bf:boyfriend gf:girlfriend hubby:husband bro:brother sis:sister bruv:mate fam:mate lads:mates folks:parents uni:college freshman:firstyear pissed:drunk steamin:drunk blootered:drunk plastered:drunk
  yr:year yrs:years hrs:hours mins:minutes wk:week wks:weeks mths:months
  aint:isnt`

export const dialect: ReadonlyArray<readonly [string, string]> = pairs
  .trim()
  .split(/\s+/)
  .map((p) => p.split(':') as [string, string])
  .filter(([a, b]) => a !== b)
  .filter(([a], i, all) => all.findIndex(([x]) => x === a) === i)

/**
 * Pairs the rules must not take over, because their word classes tell the forms apart ("da", "aint", "u", "mom", "er" …).
 * The model reads all pairs; the rules only those whose meaning is one word for another.
 */
const modelOnly = new Set(
  `mom mam mummy mommy mama momma maw mammy daddy papa granny nan nana grandma grandmother nanna grandpa grandfather granda granddad u ur ya ye yer yous youse yall y r n aint er ae icu em rn da no1 pissed ty de uni folks
   meds medicine pill tablet tylenol acetaminophen panadol advil nurofen bf gf hubby bro sis wee lil bairn wean weans bairns tryna finna finta ima freshman idk idc dunno dono till til fam bruv lads wan aw mi ma nae a`.split(/\s+/),
)
export const ruleDialect = dialect.filter(([a]) => !modelOnly.has(a))
